using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>What a document that goes down must respect (条例 第16条).</summary>
internal static class DownwardRules
{
    public static IEnumerable<Finding> ImportantIsCopiedUpward(OutgoingFacts facts)
    {
        if (facts is not { Direction: RoutingDirection.Downward, IsImportant: true })
            yield break;
        var all = facts.MainRecipients.Concat(facts.CopyRecipients).ToArray();
        if (all.Any(r => r.Relation == Relation.DirectSuperior))
            yield break;
        yield return new(
            "DOC-R10",
            nameof(facts.CopyRecipients),
            "重要下行文应当同时抄送发文机关的直接上级机关",
            "An important downward document is copied to our direct superior",
            facts.CopyRecipients.Any(r => r.Relation == Relation.Unknown) ? Strength.Warn : Strength.Reject)
        { Required = "抄送直接上级机关" };
    }

    /// <summary>With the government's approval a department may write to lower governments, and then the text has to say so.</summary>
    public static IEnumerable<Finding> NoDirectivesToLowerGovernments(OutgoingFacts facts)
    {
        if (facts.Issuer.IsGovernment || !Directs(facts) || facts.MainRecipients.FirstOrDefault(r => r.Relation == Relation.LowerGovernment) is not { } lower)
            yield break;

        if (string.IsNullOrWhiteSpace(facts.GovernmentApprovalRef))
            yield return new(
                "DOC-R11",
                nameof(facts.GovernmentApprovalRef),
                $"部门不得向{lower.Name}发布指令性公文",
                $"A department gives no directives to {lower.Name}")
            {
                Measured = lower.Name,
                Required = "本级政府同意的依据",
                Suggestion = "报请政府批准后行文并注明，或者由政府办公厅（室）行文",
            };
        else if (!Wording.StatesGovernmentApproval(facts.Body))
            yield return new("DOC-R11", nameof(facts.Body), "文中未注明已经政府同意", "The text does not say that the government approved")
            {
                Required = "经×政府同意",
                Suggestion = "在正文开头注明“经市政府同意”",
            };
    }

    public static IEnumerable<Finding> DepartmentsAgree(OutgoingFacts facts)
    {
        if (facts.Direction != RoutingDirection.Downward)
            yield break;
        foreach (var party in facts.Countersigns.Where(c => c.Result != CountersignResult.Agreed))
            yield return new(
                "DOC-R13",
                nameof(facts.Countersigns),
                $"{party.Organ}未同意，部门之间未协商一致不得向下行文",
                $"{party.Organ} has not agreed; nothing is issued downward before the departments agree")
            {
                Measured = party.Result == CountersignResult.Refused ? "不同意" : "未会签",
                Required = "同意",
            };
    }

    private static bool Directs(OutgoingFacts facts) => facts.IsDirective
        ?? facts.Genre is Genre.Resolution or Genre.Decision or Genre.Order or Genre.Opinion or Genre.Notice or Genre.Circular or Genre.Reply;
}
