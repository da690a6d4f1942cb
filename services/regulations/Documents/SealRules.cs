using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Seals: which documents bear one, and on what a seal may be set (条例 第9条(十三); 印章管理规定 第24条、第25条).</summary>
public static class SealRules
{
    /// <summary>Orders and motions bear the head's name stamp (GB/T 9704 7.3.5.3), minutes nothing; office texts are not issued by themselves.</summary>
    public static bool BearsSeal(Genre genre) => genre is not (Genre.None or Genre.Order or Genre.Motion or Genre.Minutes or Genre.OfficeText);

    /// <summary>What keeps a seal from being set; all of it.</summary>
    /// <param name="on">The day of the case.</param>
    public static IReadOnlyList<Finding> Check(SealFacts facts, DateOnly on) =>
        [.. OfTheSeal(facts).Concat(OfTheDocument(facts)).Where(f => f.Rule.IsInForce(on))];

    internal static IEnumerable<Finding> SealIsAffixed(OutgoingFacts facts)
    {
        if (facts.SealAwaited && BearsSeal(facts.Genre))
            yield return new("SEAL-06", nameof(facts.SealAwaited), "尚未加盖发文机关印章", "The seal of the issuing organ is not affixed")
            {
                Required = "发文机关印章",
                Suggestion = "办理用印申请，用印后分发",
            };
    }

    private static IEnumerable<Finding> OfTheSeal(SealFacts facts)
    {
        if (!facts.SealIsInUse)
            yield return new("SEAL-04", nameof(facts.SealIsInUse), "印章已封存或者销毁，不得使用", "The seal is sealed up or destroyed");
        if (!facts.Signatories.Contains(facts.SealOrgan))
            yield return new("SEAL-06", nameof(facts.SealOrgan), $"印文“{facts.SealOrgan}”与署名机关不符", $"The seal of {facts.SealOrgan} does not match the signing organ")
            {
                Measured = facts.SealOrgan,
                Required = string.Join('、', facts.Signatories),
            };
        if (facts.IsApproved == false)
            yield return new("SEAL-01", nameof(facts.IsApproved), "用印未经单位负责人批准", "The unit's leader has not approved the use of the seal");
    }

    private static IEnumerable<Finding> OfTheDocument(SealFacts facts)
    {
        if (!BearsSeal(facts.Genre))
            yield return new("SEAL-06", nameof(facts.Genre), $"{facts.Genre.ToChinese()}不加盖发文机关印章", $"A document of this kind ({facts.Genre}) bears no seal of an organ")
            {
                Measured = facts.Genre.ToChinese(),
            };
        if (!facts.HasText)
            yield return new("SEAL-05", nameof(facts.HasText), "不得在空白文件上用印", "No seal is set on a blank");
        if (!facts.IsSigned)
            yield return new("SEAL-06", nameof(facts.IsSigned), "未经签发的公文不得用印", "What was not signed is not sealed");
        if (!facts.IsWhatWasAppliedFor)
            yield return new("SEAL-05", nameof(facts.IsWhatWasAppliedFor), "文稿或者印制件与申请用印的不一致", "Text or print is another than the one applied for");
    }
}
