using System.Globalization;
using Backoffice.Platform.Paging;

namespace Backoffice.Coordination.Statistics;

/// <summary>A month, kept as its first day and shown as `2026-03`.</summary>
internal static class Months
{
    private const string Form = "yyyy-MM";

    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static string Text(DateOnly month) => month.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly Read(Condition condition) =>
        DateOnly.TryParseExact(condition.Value, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : throw condition.NotUnderstood();

    public static DateOnly Read(PageKey key) => key.Number() is >= 0 and <= 3652058 and var day ? DateOnly.FromDayNumber((int)day) : DateOnly.MinValue;
}
