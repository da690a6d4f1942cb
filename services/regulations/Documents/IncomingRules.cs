using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Holds an incoming document against 条例 第24条. All violations are reported, not the first.</summary>
public static class IncomingRules
{
    private static readonly (IncomingStage From, Func<IncomingFacts, IEnumerable<Finding>> Of)[] Checks =
    [
        (IncomingStage.SignFor, ReceivingRules.SignedForWithTime),
        (IncomingStage.SignFor, ReceivingRules.PiecesAreComplete),
        (IncomingStage.Registration, ReceivingRules.MainParticularsAreRecorded),
        (IncomingStage.Screening, ReceivingRules.ReturnHasAReason),
        (IncomingStage.Assignment, HandlingRules.HandlingIsDecided),
        (IncomingStage.Assignment, HandlingRules.LeadIsNamed),
        (IncomingStage.Assignment, HandlingRules.UrgentHasADeadline),
        (IncomingStage.Assignment, HandlingRules.SomebodyChases),
        (IncomingStage.Circulation, HandlingRules.OnlyReadersOpenIt),
        (IncomingStage.Closing, HandlingRules.EverybodyHasRead),
        (IncomingStage.Closing, HandlingRules.SenderIsAnswered),
    ];

    /// <param name="on">The day of the case: rules not in force on it say nothing.</param>
    public static IReadOnlyList<Finding> Check(IncomingFacts facts, IncomingStage stage, DateOnly on) =>
        [.. Checks.Where(c => c.From <= stage).SelectMany(c => c.Of(facts)).Where(f => f.Rule.IsInForce(on))];
}
