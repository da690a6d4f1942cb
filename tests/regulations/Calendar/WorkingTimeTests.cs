using System.Globalization;
using Backoffice.Regulations.Calendar;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Calendar;

public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-02 09:25", "00:25")]
    [InlineData("2026-03-02 11:00", "2026-03-02 15:00", "02:00")] // the break between
    [InlineData("2026-03-02 07:00", "2026-03-02 20:00", "07:00")]
    [InlineData("2026-03-02 12:10", "2026-03-02 13:50", "00:00")]
    [InlineData("2026-03-02 17:00", "2026-03-03 09:00", "01:00")] // the night between
    [InlineData("2026-03-06 17:00", "2026-03-09 09:00", "01:00")] // the weekend between
    [InlineData("2026-02-13 17:00", "2026-02-14 09:00", "01:00")] // a Saturday that is worked
    [InlineData("2026-09-30 17:00", "2026-10-08 09:00", "01:00")] // the National Day between
    [InlineData("2026-03-02 09:00", "2026-03-02 09:00", "00:00")]
    public void Only_hours_in_which_the_office_works_count(string from, string to, string worked) =>
        WorkingTime.Between(At(from), At(to), WorkingCalendar.National, OfficeHours.Default).ShouldBe(TimeSpan.Parse(worked, CultureInfo.InvariantCulture));

    [Fact]
    public void A_day_of_a_year_without_notice_is_not_guessed() =>
        Should.Throw<CalendarNotPublishedException>(() => WorkingTime.Between(At("2028-12-29 09:00"), At("2029-01-04 09:00"), WorkingCalendar.National, OfficeHours.Default));

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
