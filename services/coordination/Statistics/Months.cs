using System.Globalization;
using Backoffice.Platform.Paging;

namespace Backoffice.Coordination.Statistics;

/// <summary>A line of figures within a month.</summary>
internal interface IMonthly
{
    /// <summary>Its first day.</summary>
    DateOnly Month { get; }

    /// <summary>The place within the month.</summary>
    string Line { get; }
}

/// <summary>A month, kept as its first day and shown as `2026-03`; and lists of figures, the newest month first.</summary>
internal static class Months
{
    private const string Form = "yyyy-MM";

    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    public static string Text(DateOnly month) => month.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Those of the months that a filter names.</summary>
    public static IQueryable<T> InMonths<T>(this IQueryable<T> figures, Condition condition) where T : class, IMonthly
    {
        var month = DateOnly.TryParseExact(condition.Value, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : throw condition.NotUnderstood();
        return condition.Operator switch
        {
            "=" => figures.Where(f => f.Month == month),
            "!=" => figures.Where(f => f.Month != month),
            "<" => figures.Where(f => f.Month < month),
            "<=" => figures.Where(f => f.Month <= month),
            ">" => figures.Where(f => f.Month > month),
            _ => figures.Where(f => f.Month >= month),
        };
    }

    /// <summary>One page, and one row more than it holds.</summary>
    public static IQueryable<T> PageOf<T>(this IQueryable<T> figures, PageRequest page) where T : class, IMonthly
    {
        if (page.After is { } after)
        {
            var (month, line) = (StatisticsService.DayOf(after), after.Text(1));
            figures = figures.Where(f => f.Month < month || (f.Month == month && f.Line.CompareTo(line) > 0));
        }
        return figures.OrderByDescending(f => f.Month).ThenBy(f => f.Line).Take(page.Size + 1);
    }

    public static PageKey KeyOf(IMonthly figure) => PageKey.Of(figure.Month.DayNumber, figure.Line);
}
