using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>To whom a document goes upward (条例 第14条、第15条).</summary>
internal static class UpwardRules
{
    /// <summary>To skip a level is a matter of judgement; to leave the skipped organ without a copy is not.</summary>
    public static IEnumerable<Finding> NoLevelIsSkipped(OutgoingFacts facts)
    {
        if (facts.Direction != RoutingDirection.Upward || facts.MainRecipients.FirstOrDefault(r => r.Relation == Relation.HigherSuperior) is not { } far)
            yield break;

        var others = facts.MainRecipients.Concat(facts.CopyRecipients).ToArray();
        if (others.Any(r => r.Relation is Relation.DirectSuperior or Relation.LineSuperior))
            yield return new(
                "DOC-R02",
                nameof(facts.MainRecipients),
                $"越级主送{far.Name}，一般不得越级行文",
                $"{far.Name} is beyond our direct superior; levels are generally not skipped",
                Strength.RejectOverridable)
            {
                Measured = far.Name,
            };
        else
            yield return new(
                "DOC-R02",
                nameof(facts.CopyRecipients),
                $"越级主送{far.Name}，未抄送被越过的上级机关",
                $"{far.Name} is beyond our direct superior, who receives no copy",
                others.Any(r => r.Relation == Relation.Unknown) ? Strength.Warn : Strength.Reject)
            { Measured = far.Name, Required = "抄送被越过的机关" };
    }

    public static IEnumerable<Finding> OneMainRecipient(OutgoingFacts facts)
    {
        if (facts.Direction == RoutingDirection.Upward && facts.MainRecipients.Count > 1)
            yield return new(
                "DOC-R03",
                nameof(facts.MainRecipients),
                "上行文原则上只主送一个上级机关",
                "An upward document has in principle one main recipient",
                Strength.RejectOverridable)
            {
                Measured = facts.MainRecipients.Count.ToString(CultureInfo.InvariantCulture),
                Required = "1",
                Suggestion = "其余上级机关改为抄送",
            };
    }

    public static IEnumerable<Finding> NoCopyToSubordinates(OutgoingFacts facts)
    {
        if (facts.Direction != RoutingDirection.Upward)
            yield break;
        foreach (var lower in facts.CopyRecipients.Where(r => r.IsSubordinate))
            yield return new(
                "DOC-R03",
                nameof(facts.CopyRecipients),
                $"上行文不抄送下级机关：{lower.Name}",
                $"An upward document is not copied to a subordinate: {lower.Name}",
                Strength.Reject)
            {
                Measured = lower.Name,
            };
    }

    public static IEnumerable<Finding> MajorMattersHaveLocalConsent(OutgoingFacts facts)
    {
        if (facts is { IsMajorMatter: true, Genre: Genre.Request or Genre.Report }
            && string.IsNullOrWhiteSpace(facts.LocalConsentRef)
            && facts.MainRecipients.FirstOrDefault(r => r.Relation == Relation.LineSuperior) is { } line)
            yield return new(
                "DOC-R04",
                nameof(facts.LocalConsentRef),
                $"向{line.Name}请示、报告重大事项，须先经本级党委、政府同意或者授权",
                $"A major matter goes to {line.Name} only with the consent of our own party committee or government")
            {
                Required = "本级党委、政府同意的依据",
            };
    }

    public static IEnumerable<Finding> OneMatterPerRequest(OutgoingFacts facts)
    {
        if (facts.Genre == Genre.Request && facts.Matters != 1)
            yield return new("DOC-R06", nameof(facts.Matters), "请示应当一文一事", "A request carries one matter")
            {
                Measured = facts.Matters.ToString(CultureInfo.InvariantCulture),
                Required = "1",
                Suggestion = "按事项分别行文",
            };
    }

    public static IEnumerable<Finding> OtherSuperiorIsCopied(OutgoingFacts facts)
    {
        if (facts.Direction == RoutingDirection.Upward
            && facts.OtherSuperior is { Length: > 0 } other
            && !facts.MainRecipients.Concat(facts.CopyRecipients).Any(r => r.Name == other))
            yield return new(
                "DOC-R09",
                nameof(facts.CopyRecipients),
                $"受双重领导，是否需要抄送{other}",
                $"Under dual leadership: does {other} need a copy?")
            {
                Suggestion = $"抄送{other}",
            };
    }
}
