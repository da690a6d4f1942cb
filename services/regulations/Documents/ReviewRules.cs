using System.Globalization;
using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>What is settled before a head signs (条例 第13条、第19条(六)、第20条、第21条; 减负若干规定 第1条).</summary>
internal static class ReviewRules
{
    public static IEnumerable<Finding> NecessityIsStated(OutgoingFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Necessity))
            yield return new(
                "DOC-R01",
                nameof(facts.Necessity),
                "未说明行文的必要性",
                "It is not said why the document is necessary")
            {
                Required = "行文理由",
            };
    }

    public static IEnumerable<Finding> ReturnHasAReason(OutgoingFacts facts)
    {
        if (facts.ReturnReason is { } reason && string.IsNullOrWhiteSpace(reason))
            yield return new(
                "DOC-D05",
                nameof(facts.ReturnReason),
                "退回须说明理由",
                "A draft is returned with the reason")
            {
                Required = "退回理由",
            };
    }

    public static IEnumerable<Finding> NumberOfDocumentsDoesNotGrow(OutgoingFacts facts)
    {
        if (facts.IssuedLastYear is { } last && facts.IssuedThisYear > last)
            yield return new(
                "DOC-D11",
                nameof(facts.IssuedThisYear),
                $"本年发文{facts.IssuedThisYear}件，超过上年的{last}件，年度统计须书面说明",
                $"{facts.IssuedThisYear} documents this year, {last} last year: the yearly statistic asks for an explanation")
            {
                Measured = facts.IssuedThisYear.ToString(CultureInfo.InvariantCulture),
                Required = $"≤{last}",
            };
    }

    public static IEnumerable<Finding> ConcernedOrgansAreConsulted(OutgoingFacts facts)
    {
        foreach (var organ in facts.ConcernedOrgans.Except(facts.Countersigns.Select(c => c.Organ)))
            yield return new(
                "DOC-D01",
                nameof(facts.Countersigns),
                $"涉及{organ}职权，未征求其意见",
                $"The matter touches the powers of {organ}, which was not consulted")
            {
                Required = organ,
            };
    }

    public static IEnumerable<Finding> OfficeHasReviewed(OutgoingFacts facts) => Reviewed(facts, "DOC-D03", "签发前", "before it is signed");

    public static IEnumerable<Finding> OfficeHasReviewedBeforeTheMeeting(OutgoingFacts facts) =>
        Reviewed(facts, "DOC-D04", "会议审议前", "before a meeting deliberates it");

    private static IEnumerable<Finding> Reviewed(OutgoingFacts facts, string rule, string zh, string en)
    {
        if (facts.OfficeReview is not { } review)
            yield return new(
                rule,
                nameof(facts.OfficeReview),
                $"{zh}须经办公室审核",
                $"The office reviews the draft {en}")
            {
                Required = "五部分审核清单",
            };
        else if (!review.IsComplete)
            yield return new(rule, nameof(facts.OfficeReview), $"{zh}审核清单须逐项作答", $"Every part of the review is answered {en}")
            {
                Measured = string.Join('、', review.Unanswered),
                Required = "五部分均作答",
            };
        else if (!review.IsPassed)
            yield return new(rule, nameof(facts.OfficeReview), "办公室审核有未解决的意见", "The office's review has open objections")
            {
                Measured = string.Join('；', review.Objections.Select(o => o.Note)),
                Suggestion = "修改后重新送审",
            };
    }
}
