using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Who may issue, and to whom at all (条例 第14条、第15条(五)、第17条).</summary>
internal static class IssuerRules
{
    /// <summary>One warning in place of the refusals that cannot be judged.</summary>
    public static IEnumerable<Finding> RecipientsAreKnown(OutgoingFacts facts)
    {
        foreach (var (recipient, field) in WithFields(facts).Where(r => r.Recipient.Relation == Relation.Unknown))
            yield return new(
                "DOC-R02",
                field,
                $"不清楚{recipient.Name}与本机关的隶属关系，行文规则须人工核对",
                $"What {recipient.Name} is to us is not known; the routing has to be checked by a person",
                Strength.Warn)
            {
                Measured = recipient.Name,
            };
    }

    /// <summary>Refused where the superior's leader is meant; elsewhere the person may be a citizen who is answered.</summary>
    public static IEnumerable<Finding> NotToALeader(OutgoingFacts facts)
    {
        if (!string.IsNullOrWhiteSpace(facts.AssignedByLeaderRef))
            yield break;
        var strength = facts.Direction == RoutingDirection.Upward ? Strength.Reject : Strength.Warn;
        foreach (var (person, field) in WithFields(facts).Where(r => r.Recipient.Relation == Relation.Person))
            yield return new(
                "DOC-R08",
                field,
                $"公文不得报送负责人个人：{person.Name}",
                $"A document goes to an organ, not to a leader in person: {person.Name}",
                strength)
            {
                Measured = person.Name,
                Required = "机关",
                Suggestion = "主送其所在机关；属直接交办的，注明交办依据",
            };
    }

    // An assignment by the leader lifts the ban on writing to him, not the one on writing in the name of our head.
    public static IEnumerable<Finding> NotInAPersonsName(OutgoingFacts facts)
    {
        if (facts.Issuer.Kind == IssuerKind.Person)
            yield return new(
                "DOC-R08",
                nameof(facts.Issuer),
                "不得以本机关负责人名义行文",
                "A document is not issued in the name of our head")
            {
                Measured = facts.Issuer.Name,
                Required = "以机关名义",
            };
    }

    public static IEnumerable<Finding> SectionsDoNotIssue(OutgoingFacts facts)
    {
        if (facts.Issuer.Kind == IssuerKind.Section && facts.Direction != RoutingDirection.Internal)
            yield return new(
                "DOC-R15",
                nameof(facts.Issuer),
                $"{facts.Issuer.Name}是内设机构，不得对外正式行文",
                $"{facts.Issuer.Name} is an internal section and issues no documents to the outside")
            {
                Measured = facts.Issuer.Name,
                Suggestion = "以本机关或者办公室名义行文",
            };
    }

    public static IEnumerable<Finding> JointOrgansMatch(OutgoingFacts facts)
    {
        if (facts.JointOrgans.Count < 2)
            yield break;
        foreach (var unknown in facts.JointOrgans.Where(o => o.Level is null))
            yield return new(
                "DOC-R14",
                nameof(facts.JointOrgans),
                $"不清楚{unknown.Name}的级别，是否同级机关须人工核对",
                $"The level of {unknown.Name} is not known; whether it is of one level has to be checked by a person",
                Strength.Warn)
            {
                Measured = unknown.Name,
            };
        if (facts.JointOrgans.GroupBy(o => o.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            yield return new("DOC-R14", nameof(facts.JointOrgans), $"{twice.Key}在联署机关中重复", $"{twice.Key} is named twice among the organs") { Measured = twice.Key };
        if (facts.Issuer.Kind == IssuerKind.Section)
            yield return new(
                "DOC-R14",
                nameof(facts.Issuer),
                "联合行文以机关名义，内设机构不得与其他机关联合行文",
                "Organs issue jointly, not their internal sections")
            {
                Measured = facts.Issuer.Name,
                Required = "机关",
            };
        if (facts.JointOrgans.FirstOrDefault(o => o.Level is not null && o.Level != facts.JointOrgans[0].Level) is { } other)
            yield return new(
                "DOC-R14",
                nameof(facts.JointOrgans),
                $"{other.Name}与{facts.JointOrgans[0].Name}不是同级机关，不得联合行文",
                $"{other.Name} and {facts.JointOrgans[0].Name} are not of one level and do not issue jointly")
            {
                Measured = other.Name,
                Required = "同级机关",
            };
        if (facts.MatterScope != MatterScope.Shared && facts.JointOrgans.Select(o => o.System).Distinct().Count() > 1)
            yield return new(
                "DOC-R14",
                nameof(facts.MatterScope),
                "属于党委、政府各自职权范围内的工作，不得联合行文",
                "What belongs to party or government alone is not issued by both");
    }

    private static IEnumerable<(Recipient Recipient, string Field)> WithFields(OutgoingFacts facts) =>
        facts.MainRecipients.Select(r => (r, nameof(facts.MainRecipients))).Concat(facts.CopyRecipients.Select(r => (r, nameof(facts.CopyRecipients))));
}
