using Backoffice.Regulations.Calendar;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Calendar;

public sealed class HolidayNoticeTests
{
    private const string Notice2027 = """
        { "year": 2027, "papers": [], "days": [
          { "name": "元旦", "date": "2026-12-31", "isOffDay": true },
          { "name": "元旦", "date": "2027-01-01", "isOffDay": true },
          { "name": "元旦", "date": "2027-01-03", "isOffDay": false } ] }
        """;

    [Fact]
    public void An_operator_adds_the_next_notice_without_a_new_build()
    {
        var calendar = WorkingCalendar.National.With(HolidayNotice.Parse(Notice2027));
        calendar.IsWorkingDay(new(2027, 1, 3)).ShouldBeTrue();
        calendar.AddWorkingDays(new(2026, 12, 30), 1).ShouldBe(new(2027, 1, 3));
    }

    [Fact]
    public void The_next_years_notice_decides_the_end_of_December()
    {
        WorkingCalendar.National.IsWorkingDay(new(2026, 12, 31)).ShouldBeTrue();
        WorkingCalendar.National.With(HolidayNotice.Parse(Notice2027)).IsWorkingDay(new(2026, 12, 31)).ShouldBeFalse();
    }

    [Fact]
    public void The_next_years_notice_decides_December_in_whatever_order_the_files_are_read()
    {
        var thisYear = Notice(2026, new Arrangement(new(2026, 12, 31), "年末", false));
        var nextYear = HolidayNotice.Parse(Notice2027);
        new WorkingCalendar([nextYear, thisYear]).IsWorkingDay(new(2026, 12, 31)).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_file_leaves_the_year_unpublished()
    {
        var calendar = WorkingCalendar.National.With(HolidayNotice.Parse("""{ "year": 2027, "papers": [], "days": [] }"""));
        calendar.IsPublished(2027).ShouldBeFalse();
        Should.Throw<CalendarNotPublishedException>(() => calendar.IsWorkingDay(new(2027, 1, 4)));
    }

    [Fact]
    public void A_prolonged_holiday_replaces_the_first_notice_of_its_year()
    {
        var first = Notice(2026, new Arrangement(new(2026, 2, 24), "春节", false));
        var prolonged = Notice(2026, new Arrangement(new(2026, 2, 25), "春节", true));
        var calendar = new WorkingCalendar([first]).With(prolonged);
        calendar.ArrangementOf(new(2026, 2, 24)).ShouldBeNull();
        calendar.IsWorkingDay(new(2026, 2, 25)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{ "days": [] }""")]
    [InlineData("""{ "year": 2027, "days": [ { "name": "春节", "date": "2026-02-15", "isOffDay": true } ] }""")]
    [InlineData("""{ "year": 2027, "days": [ { "name": "春节", "date": "2028-01-01", "isOffDay": true } ] }""")]
    [InlineData("""{ "year": 2027, "days": [ { "date": "2027-02-30", "isOffDay": true } ] }""")]
    [InlineData("""{ "year": 2027, "days": [ { "date": "2027-02-05", "isOffDay": true }, { "date": "2027-02-05", "isOffDay": false } ] }""")]
    public void A_file_that_cannot_be_a_notice_is_refused(string json) => Should.Throw<FormatException>(() => HolidayNotice.Parse(json));

    private static HolidayNotice Notice(int year, params Arrangement[] days) => new(year, days);
}
