using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Who signs, and that what was signed stays as it was (条例 第9条(六)、第22条、第25条(一)).</summary>
internal static class SigningRules
{
    public static IEnumerable<Finding> SignOffIsValid(OutgoingFacts facts)
    {
        if (facts.SignOff is not { } signOff)
            yield break;

        var needsPrincipal = facts.Direction == RoutingDirection.Upward || facts.IsImportant;
        if (needsPrincipal && !signOff.IsByPrincipal)
            yield return new(
                "DOC-D06",
                nameof(facts.SignOff),
                "重要公文和上行文由机关主要负责人签发",
                "An important or upward document is signed by the principal head")
            {
                Measured = signOff.Signer,
                Required = signOff.Rank == SignerRank.ActingHead ? "主持工作的任职依据" : "主要负责人",
            };
        else if (signOff.Rank == SignerRank.None)
            yield return new(
                "DOC-D06",
                nameof(facts.SignOff),
                "公文由机关负责人签发",
                "A document is signed by a head of the organ")
            {
                Measured = signOff.Signer,
                Required = "机关负责人",
            };

        if (string.IsNullOrWhiteSpace(signOff.Signer) || signOff.On is null)
            yield return new(
                "DOC-D07",
                nameof(facts.SignOff),
                "签发须署姓名和完整日期",
                "A signature has the name and the complete date")
            {
                Required = "姓名和年月日",
            };
    }

    public static IEnumerable<Finding> DocumentIsSigned(OutgoingFacts facts)
    {
        if (facts.SignOff is null)
            yield return new("DOC-D06", nameof(facts.SignOff), "公文未经签发", "The document is not signed") { Required = "机关负责人签发" };
        else if (!facts.SignOff.Agrees)
            yield return new("DOC-D06", nameof(facts.SignOff), "签发人未同意发文", "The signer did not agree") { Measured = "不同意" };
    }

    public static IEnumerable<Finding> AllJointOrgansHaveSigned(OutgoingFacts facts)
    {
        foreach (var organ in facts.JointOrgans.Where(o => o.SignedOn is null))
            yield return new(
                "DOC-D08",
                nameof(facts.JointOrgans),
                $"{organ.Name}负责人未会签",
                $"The head of {organ.Name} has not signed")
            {
                Measured = organ.Name,
                Required = "会签",
            };
    }

    /// <summary>What the principal head of one organ signs, that of each other does (条例 第22条).</summary>
    public static IEnumerable<Finding> JointSignersArePrincipals(OutgoingFacts facts)
    {
        if (facts.Direction != RoutingDirection.Upward && !facts.IsImportant)
            yield break;
        foreach (var organ in facts.JointOrgans.Skip(1).Where(o => o.SignedOn is not null && !o.SignedByPrincipal))
            yield return new(
                "DOC-D06",
                nameof(facts.JointOrgans),
                $"重要公文和上行文由{organ.Name}主要负责人会签",
                $"An important or upward document is signed by the principal head of {organ.Name}")
            {
                Measured = organ.Name,
                Required = "主要负责人",
            };
    }

    public static IEnumerable<Finding> SignersAreShown(OutgoingFacts facts)
    {
        // Of a joint document as many as there are organs.
        if (facts.Direction == RoutingDirection.Upward && facts.SignerNames.Count(n => !string.IsNullOrWhiteSpace(n)) < Math.Max(1, facts.JointOrgans.Count(o => o.SignedOn is not null)))
            yield return new(
                "DOC-E06",
                nameof(facts.SignerNames),
                "上行文应当标注签发人姓名",
                "An upward document shows the names of its signers")
            {
                Required = "签发人姓名",
            };
    }

    // An editorial change stays signed; the difference is kept by whoever keeps the text.
    public static IEnumerable<Finding> TextIsTheSignedOne(OutgoingFacts facts)
    {
        if (facts.ChangeAfterSigning == ChangeAfterSigning.Substantive)
            yield return new(
                "DOC-O01",
                nameof(facts.ChangeAfterSigning),
                "签发后作实质性修改，须报原签批人复审",
                "A substantive change goes back to whoever signed")
            {
                Measured = "实质性修改",
                Required = facts.SignOff is { } signOff ? $"{signOff.Signer}复审" : "原签批人复审",
                Suggestion = "退回签发环节",
            };
    }
}
