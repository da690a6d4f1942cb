using System.Globalization;
using Backoffice.Regulations.Rules;
using Backoffice.Regulations.Secrecy;

namespace Backoffice.Regulations.Documents;

/// <summary>公文管理 (条例 第27条至第37条).</summary>
public static class CustodyRules
{
    /// <summary>What is wrong with how a document is kept, passed on or made public; all of it.</summary>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> Check(CustodyFacts facts, DateOnly on) =>
        [.. OfTheKeeping(facts).Concat(OfTheChange(facts)).Concat(facts.IsPublished ? PublicationRules.MarkIsLifted(facts.Level) : []).Where(f => f.Rule.IsInForce(on))];

    /// <summary>归档 of what several organs handled: the lead files the original, the others keep copies (第27条).</summary>
    /// <param name="lead">主办机关.</param>
    /// <param name="filer">Whoever is about to file the original.</param>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> CheckFiling(string lead, string filer, DateOnly on) => Within(on, lead == filer ? null :
        new("DOC-M01", "Filer", $"联合办理的公文由主办机关{lead}归档原件", $"The original is filed by the lead organ {lead}")
        {
            Measured = filer,
            Required = lead,
            Suggestion = "保存复制件或者其他形式的公文副本",
        });

    /// <summary>清退: classified documents that are still here although their issuer wants them back (第34条).</summary>
    /// <param name="due">How many are due.</param>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> CheckReturns(int due, DateOnly on) => Within(on, due == 0 ? null :
        new("DOC-M07", "Returns", $"尚有{due}件涉密公文应当清退或者销毁", $"{due} classified documents are due to be handed back or destroyed")
        {
            Measured = due.ToString(CultureInfo.InvariantCulture),
            Required = "0",
        });

    /// <summary>销毁 (第35条).</summary>
    public static IReadOnlyList<Finding> CheckDisposal(DisposalFacts facts, DateOnly on) => [.. OfTheDisposal(facts).Where(f => f.Rule.IsInForce(on))];

    /// <summary>发文立户: whoever issues documents is entered among the issuing organs (第37条).</summary>
    /// <param name="issuer">The organ.</param>
    /// <param name="isEntered">True where its application was examined and it was entered.</param>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> CheckIssuer(string issuer, bool isEntered, DateOnly on) => Within(on, isEntered ? null :
        new("DOC-M10", "Issuer", $"{issuer}未办理发文立户", $"{issuer} is not entered among the issuing organs")
        {
            Measured = issuer,
            Suggestion = "向本级党委、政府的办公厅（室）提出发文立户申请",
        });

    private static IEnumerable<Finding> OfTheKeeping(CustodyFacts facts)
    {
        if (facts.Level.IsStateSecret() && !facts.IsInSecureRoom)
            yield return new("DOC-M02", nameof(facts.IsInSecureRoom), "涉密公文应当在机要保密室管理、在机要阅文室阅读", "Classified documents are kept and read in the rooms made for them");
        if (facts.ProtectedAs < facts.Level)
            yield return new("DOC-M03", nameof(facts.ProtectedAs), "密级确定前应当按照拟定密级采取保密措施", "A document is protected at the level proposed for it")
            {
                Measured = facts.ProtectedAs.ToChinese(),
                Required = facts.Level.ToChinese(),
            };
        if (facts.Level == SecrecyLevel.TopSecret && facts.Custodian.Length == 0)
            yield return new("DOC-M03", nameof(facts.Custodian), "绝密级公文应当由专人管理", "A top secret document has a named custodian");
    }

    private static IEnumerable<Finding> OfTheChange(CustodyFacts facts)
    {
        if (facts.LevelIsChanged && !facts.ChangedByClassifier)
            yield return new("DOC-M03", nameof(facts.ChangedByClassifier), "变更密级、解密由原确定密级的机关或者其上级机关决定", "Only the classifying organ or its superior changes a level or lifts it");
        if (facts.ScopeIsWidened && !facts.IssuerApproved)
            yield return new("DOC-M04", nameof(facts.ScopeIsWidened), "变更印发传达范围须经发文机关批准", "Only the issuer widens who gets a document")
            {
                Suggestion = "报发文机关批准后传达",
            };
    }

    private static IEnumerable<Finding> OfTheDisposal(DisposalFacts facts)
    {
        if (!facts.IsApproved)
            yield return new("DOC-M08", nameof(facts.IsApproved), "销毁公文须经批准", "Documents are destroyed after approval");
        if (!facts.Level.IsStateSecret())
            yield break;
        if (!facts.IsRegistered)
            yield return new("DOC-M08", nameof(facts.IsRegistered), "销毁涉密公文须逐件登记", "Classified documents that are destroyed are registered one by one");
        foreach (var miscounted in ClassifiedWorkRules.CheckCount("DOC-M08", facts.Listed, facts.Counted))
            yield return miscounted;
    }

    private static IReadOnlyList<Finding> Within(DateOnly on, Finding? finding) => finding is not null && finding.Rule.IsInForce(on) ? [finding] : [];
}
