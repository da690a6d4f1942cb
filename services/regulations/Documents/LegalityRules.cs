using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>合法性审核 of normative documents (国办发〔2018〕115号).</summary>
internal static class LegalityRules
{
    private const int Shortest = 5;
    private const int Longest = 15;

    /// <summary>Neither consultation nor countersign stands for it.</summary>
    public static IEnumerable<Finding> LegalityIsReviewed(OutgoingFacts facts)
    {
        if (!facts.IsNormative)
            yield break;
        if (facts.LegalityReview is not { } review)
            yield return new(
                "DOC-D09",
                nameof(facts.LegalityReview),
                "行政规范性文件未经合法性审核，不得提交审议或者签发",
                "A normative document goes before no meeting and is not signed without legality review")
            {
                Required = "合法性审核意见",
            };
        else if (!review.Passed)
            yield return new(
                "DOC-D09",
                nameof(facts.LegalityReview),
                "合法性审核未通过，不得提交审议或者签发",
                "The document failed its legality review")
            {
                Measured = "未通过",
            };
        else if (review is { WorkingDays: < Shortest, IsEmergency: false })
            // "Generally" at least five (一般不少于): a matter of judgement.
            yield return Took(review, "一般不少于5个工作日", "generally at least 5", Strength.RejectOverridable);
        else if (review.WorkingDays > Longest)
            yield return Took(review, "最长不超过15个工作日", "at most 15", Strength.Warn);

        static Finding Took(LegalityReview review, string zh, string en, Strength strength) =>
            new(
                "DOC-D09",
                nameof(OutgoingFacts.LegalityReview),
                $"合法性审核用时{review.WorkingDays}个工作日，{zh}",
                $"The legality review took {review.WorkingDays} working days, {en}",
                strength)
            {
                Measured = review.WorkingDays.ToString(CultureInfo.InvariantCulture),
                Required = zh,
            };
    }
}
