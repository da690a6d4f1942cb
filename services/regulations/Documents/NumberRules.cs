using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Documents;

/// <summary>Number and distribution (条例 第9条(五)、第25条(二)).</summary>
internal static class NumberRules
{
    public static IEnumerable<Finding> NumberIsGivenAtRegistration(OutgoingFacts facts)
    {
        if (facts.Number is { } number)
            yield return new(
                "DOC-O02",
                nameof(facts.Number),
                "发文字号在复核后登记时确定，不得提前编号",
                "The number is given at registration, after the recheck")
            {
                Measured = number.ToString(),
            };
    }

    public static IEnumerable<Finding> DocumentIsNumbered(OutgoingFacts facts)
    {
        if (facts.Number is null)
            yield return new(
                "DOC-O02",
                nameof(facts.Number),
                "未登记编号的公文不得分送",
                "A document without number is not dispatched")
            {
                Required = "发文字号",
            };
    }

    public static IEnumerable<Finding> NumberIsTheMainOrgans(OutgoingFacts facts)
    {
        if (facts.Number is { } number && !facts.IssuerCodes.Contains(number.Code))
            yield return new("DOC-E05", nameof(facts.Number), $"“{number.Code}”不是主办机关的代字", $"\"{number.Code}\" is no code of the main organ")
            {
                Measured = number.Code,
                Required = string.Join('、', facts.IssuerCodes),
            };
    }

    public static IEnumerable<Finding> DispatchKeepsToTheScope(OutgoingFacts facts)
    {
        foreach (var organ in facts.DispatchList.Except(facts.ApprovedScope))
            yield return new(
                "DOC-O02",
                nameof(facts.DispatchList),
                $"{organ}不在批准的分送范围内",
                $"{organ} is not in the approved scope of distribution")
            {
                Measured = organ,
            };
    }
}
