using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Tests.Documents;

/// <summary>Received documents that are in order at every stage; tests spoil one thing.</summary>
internal static class Received
{
    public static readonly IncomingFacts ForAction = new()
    {
        PiecesExpected = 10,
        PiecesReceived = 10,
        SignedForAt = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)),
        Sender = "省民政厅",
        Title = "关于报送冬季救助工作情况的通知",
        PassedScreening = true,
        Handling = Handling.ForAction,
        HandlingProposal = "拟请社会救助科办理",
        HandlingSections = ["社会救助科"],
        AnswerRef = "青民函〔2026〕8号",
    };

    public static readonly IncomingFacts ForInformation = ForAction with
    {
        Handling = Handling.ForInformation,
        HandlingProposal = "",
        HandlingSections = [],
        AnswerRef = null,
        Readers = [new("李国栋", HasRead: true), new("周敏", HasRead: true)],
        OpenedBy = ["李国栋", "周敏"],
    };

    public static IReadOnlyList<Finding> At(this IncomingFacts facts, IncomingStage stage) => IncomingRules.Check(facts, stage, Drafts.Today);
}
