using System.Globalization;
using Backoffice.Regulations.Documents;

namespace Backoffice.Regulations.Secrecy;

/// <summary>How long something is secret: 保密期限, 解密时间 or 解密条件 (保密法 第20条).</summary>
/// <param name="Years">保密期限, counted from the day of issue.</param>
/// <param name="OpenFrom">解密时间: the first day on which it is no secret.</param>
/// <param name="Condition">解密条件</param>
/// <param name="IsUnmarked">A received item from before periods were marked (rule SEC-28).</param>
public sealed record SecrecyTerm(SecrecyLevel Level, int Years = 0, DateOnly? OpenFrom = null, string Condition = "", bool IsUnmarked = false)
{
    /// <summary>How many of period, date and condition are set.</summary>
    public int Ends => (Years > 0 ? 1 : 0) + (OpenFrom is null ? 0 : 1) + (Condition.Length > 0 ? 1 : 0);

    /// <summary>密级★保密期限, 密级★解密时间 or 密级★解密条件 (rule SEC-12); the level alone of what bears no period.</summary>
    public string Printed => !Level.IsStateSecret() ? ""
        : OpenFrom is { } day ? $"{Level.ToChinese()}★{FinalDate.Print(day)}"
        : Years > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Level.ToChinese()}★{Years}年")
        : Condition.Length > 0 ? $"{Level.ToChinese()}★{Condition}" : Level.ToChinese();

    /// <summary>The first day on which it is no secret; null while that is not known, or depends on a condition.</summary>
    /// <param name="issued">制发日, from which a period runs (实施条例 第19条).</param>
    public DateOnly? DeclassifiedFrom(DateOnly? issued) => OpenFrom ?? (PeriodYears > 0 ? issued?.AddYears(PeriodYears).AddDays(1) : null);

    // What bears no period has the longest of its level.
    private int PeriodYears => IsUnmarked ? Level.LongestPeriod() : Years;
}
