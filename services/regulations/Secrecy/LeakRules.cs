using Backoffice.Regulations.Rules;

namespace Backoffice.Regulations.Secrecy;

/// <summary>泄密 and 可能泄密 (实施条例 第61条).</summary>
public static class LeakRules
{
    // 小时, not working hours: nights and holidays count.
    private static readonly TimeSpan Within = TimeSpan.FromHours(24);

    /// <summary>When the report to the secrecy authority and the superior department is due.</summary>
    public static DateTimeOffset ReportDue(DateTimeOffset discovered) => discovered + Within;

    /// <summary>A report that is late, or is not made and overdue: said, for a late report is better than none.</summary>
    /// <param name="reported">When it was made; null while it was not.</param>
    public static IEnumerable<Finding> Check(DateTimeOffset discovered, DateTimeOffset? reported, DateTimeOffset now)
    {
        if ((reported ?? now) > ReportDue(discovered))
            yield return new("SEC-25", "ReportTime", reported is null ? "超过24小时未报告保密行政管理部门和上级主管部门" : "报告时间超过发现后24小时", "The leak was not reported within 24 hours", Strength.Warn);
    }
}
