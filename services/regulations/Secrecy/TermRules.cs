using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>保密期限: what may be set, and how it may be changed later (保密法 第20条、第23条、第24条).</summary>
public static class TermRules
{
    /// <summary>What is wrong with the period, date or condition of a state secret.</summary>
    /// <param name="on">The day it is set.</param>
    public static IEnumerable<Finding> Check(SecrecyFacts facts, DateOnly on)
    {
        var (level, longest) = (facts.Level, facts.Level.LongestPeriod());
        if (facts.PeriodYears > longest || facts.DeclassificationDate > (facts.IssuedOn ?? on).AddYears(longest).AddDays(1))
            yield return new("SEC-02", nameof(facts.PeriodYears), $"{level.ToChinese()}的保密期限不超过{longest}年", $"The period of {level} is at most {longest} years")
            {
                Measured = facts.PeriodYears > 0 ? $"{facts.PeriodYears}年" : facts.Term.Printed,
                Required = $"{longest}年",
            };
        if (facts.Term.Ends == 0 && !facts.IsPeriodUnmarked)
            yield return new("SEC-02", nameof(facts.PeriodYears), "应当确定保密期限；不能确定的，确定解密条件", "A period or a condition of declassification is to be set");
        if (facts.Term.Ends + (facts.IsPeriodUnmarked ? 1 : 0) > 1)
            yield return new("SEC-12", nameof(facts.PeriodYears), "保密期限、解密时间、解密条件只标注其一", "A mark has a period, a date or a condition, and one of them only");
        if (facts.IsPeriodUnmarked && !facts.IsReceived)
            yield return new("SEC-28", nameof(facts.IsPeriodUnmarked), "本机关制发的国家秘密应当标注保密期限", "Only what was received from before periods were marked may lack one")
            {
                Required = $"{longest}年以内",
            };
        if (facts.IsReceived && facts.IssuedOn is null && (facts.PeriodYears > 0 || facts.IsPeriodUnmarked))
            yield return new("SEC-13", nameof(facts.IssuedOn), "保密期限自标明的制发日起算，须登记来文的成文日期", "The period runs from the day of issue, which is not registered");
    }

    /// <summary>What keeps a change of a state secret from being recorded; all of it.</summary>
    /// <param name="on">The day of the decision.</param>
    public static IReadOnlyList<Finding> Check(SecrecyChange change, DateOnly on) => [.. Of(change, on).Where(f => f.Rule.IsInForce(on))];

    private static IEnumerable<Finding> Of(SecrecyChange change, DateOnly on)
    {
        var (ends, wanted) = (change.Term.DeclassifiedFrom(change.IssuedOn), change.OpenFrom);
        if (change.Outcome == ReviewOutcome.Extend && ends is { } from && on >= from)
            yield return new("SEC-14", "Outcome", "保密期限已满，自行解密；延长应当在原保密期限届满前决定", "The period has ended; it is extended before its end or not at all")
            {
                Measured = $"{from.AddDays(-1):O}",
            };
        if (change.Outcome == ReviewOutcome.Extend && (ends is null || wanted is null || wanted <= ends))
            yield return new("SEC-14", nameof(change.OpenFrom), "延长保密期限须确定晚于原期限的解密时间", "An extension ends later than the period does");
        if (change.Outcome == ReviewOutcome.Extend && wanted > on.AddYears(change.Term.Level.LongestPeriod()).AddDays(1))
            yield return new("SEC-02", nameof(change.OpenFrom), $"{change.Term.Level.ToChinese()}的保密期限不超过{change.Term.Level.LongestPeriod()}年", "An extension is at most as long as a period");
        if (change.Outcome == ReviewOutcome.Shorten && (wanted is null || wanted <= on || wanted >= ends))
            yield return new("SEC-14", nameof(change.OpenFrom), "缩短保密期限须确定早于原期限的解密时间", "What is shortened ends earlier, and not before today");
        if (change.Outcome != ReviewOutcome.Keep && !change.IsOriginalHere && change.Authority.Length == 0)
            yield return new("SEC-14", nameof(change.Authority), "密级、保密期限的变更和解密，由原定密机关或者其上级机关决定", "Only the organ that classified it, or its superior, changes it")
            {
                Suggestion = "注明原定密机关或者其上级机关及其决定文号",
            };
        if (change.Outcome != ReviewOutcome.Keep && change.SentTo.Count > 0 && change.Notice.Length == 0)
            yield return new("SEC-15", nameof(change.Notice), $"变更、解密应当书面通知知悉范围内的机关：{string.Join('、', change.SentTo)}", "Organs that hold it are told of the change in writing")
            {
                Measured = string.Join('、', change.SentTo),
            };
    }
}

/// <summary>What came of the yearly review of a state secret.</summary>
public enum ReviewOutcome
{
    /// <summary>It stays as it is.</summary>
    Keep,

    /// <summary>缩短期限</summary>
    Shorten,

    /// <summary>延长期限</summary>
    Extend,

    /// <summary>解密</summary>
    Declassify,
}

/// <summary>A state secret that is reviewed (保密法 第24条).</summary>
/// <param name="IssuedOn">制发日; null while it is not issued.</param>
/// <param name="OpenFrom">The first day on which it is to be no secret; null where it is not changed.</param>
/// <param name="IsOriginalHere">True when this organ classified it.</param>
/// <param name="Authority">原定密机关 or 上级机关 whose decision it is, and its number; empty for the organ's own.</param>
/// <param name="SentTo">Organs outside that hold copies.</param>
/// <param name="Notice">The written notice to them; empty for none.</param>
public sealed record SecrecyChange(
    SecrecyTerm Term, DateOnly? IssuedOn, ReviewOutcome Outcome, DateOnly? OpenFrom, bool IsOriginalHere, string Authority, IReadOnlyList<string> SentTo, string Notice)
{
    /// <summary>年度审查: due when the last review, or the classification, was a year ago.</summary>
    public static bool IsDue(DateOnly last, DateOnly on) => on >= last.AddYears(1);
}
