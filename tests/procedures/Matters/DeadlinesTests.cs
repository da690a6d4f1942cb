using System.Globalization;
using Backoffice.Platform.Hosting;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Calendar;
using Shouldly;
using Xunit;
using static Backoffice.Procedures.Tests.Bureau;

namespace Backoffice.Procedures.Tests.Matters;

public sealed class DeadlinesTests
{
    private readonly Deadlines _deadlines = new(WorkingCalendar.National, new OfficeClock(TimeProvider.System, new PlatformOptions()));

    [Theory]
    [InlineData("2026-03-02T01:00Z", "2 working days", "2026-03-04T17:30+08:00")]
    [InlineData("2026-03-02T17:00Z", "2 working days", "2026-03-05T17:30+08:00")] // the third of March at the office
    [InlineData("2026-09-30T02:00Z", "2 working days", "2026-10-09T17:30+08:00")] // rulebook case 60
    [InlineData("2026-03-02T01:00Z", "24 hours", "2026-03-03T09:00+08:00")]
    public void A_step_is_due_in_the_offices_own_time_and_calendar(string from, string limit, string due) =>
        Of(limit, from).Time.ShouldBe(DateTimeOffset.Parse(due, CultureInfo.InvariantCulture));

    [Fact]
    public void A_year_whose_holidays_are_not_published_gives_no_time_and_says_so()
    {
        var due = Of("2 working days", "2031-03-03T01:00Z");
        due.Time.ShouldBeNull();
        due.Explanation.ShouldContain("2031");
    }

    private Due Of(string limit, string from) => _deadlines.Of(new Step { Limit = limit }, DateTimeOffset.Parse(from, CultureInfo.InvariantCulture));
}
