using System.Globalization;

namespace Backoffice.Regulations.Calendar;

/// <summary>
/// The holiday notice of the year is not known, so nobody can say which days are worked. Guessing from weekdays would
/// produce deadlines that the notice then contradicts (rule CAL-04).
/// </summary>
public sealed class CalendarNotPublishedException(int year)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"The holiday arrangement of {year} is not published."))
{
    public int Year { get; } = year;
}
