using System.Globalization;
using Backoffice.Regulations.Calendar;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Calendar;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-02-13 15:00", "1 half-day", "2026-02-14 12:00")] // case 59: a Saturday that is worked
    [InlineData("2026-02-13 09:00", "1 half-day", "2026-02-13 17:30")]
    [InlineData("2026-02-13 12:00", "1 half-day", "2026-02-13 17:30")]
    [InlineData("2026-02-13 12:01", "1 half-day", "2026-02-14 12:00")]
    [InlineData("2026-02-13 15:00", "2 half-days", "2026-02-14 17:30")]
    [InlineData("2026-02-16 10:00", "1 half-day", "2026-02-24 12:00")]
    [InlineData("2026-02-16 10:00", "2 half-days", "2026-02-24 17:30")]
    [InlineData("2026-09-30 10:00", "2 working days", "2026-10-09 17:30")] // case 60
    [InlineData("2026-09-30 10:00", "5 days", "2026-10-05 17:30")]
    [InlineData("2026-09-30 09:10", "24 hours", "2026-10-01 09:10")]
    public void A_limit_ends_when_the_office_can_still_act(string start, string limit, string due) =>
        Deadline.Of(At(start), TimeLimit.Parse(limit), WorkingCalendar.National).Due.ShouldBe(At(due));

    [Fact]
    public void The_place_sets_its_own_hours()
    {
        var hours = new OfficeHours { Noon = new(11, 30), Closes = new(18, 0) };
        Deadline.Of(At("2026-03-02 11:45"), TimeLimit.HalfDays(1), WorkingCalendar.National, hours).Due.ShouldBe(At("2026-03-03 11:30"));
        Deadline.Of(At("2026-03-02 11:45"), TimeLimit.WorkingDays(1), WorkingCalendar.National, hours).Due.ShouldBe(At("2026-03-03 18:00"));
    }

    [Fact]
    public void The_explanation_names_the_holiday_that_was_skipped()
    {
        var deadline = Deadline.Of(At("2026-09-30 10:00"), TimeLimit.WorkingDays(2), WorkingCalendar.National);
        deadline.ExplanationZh.ShouldBe("自9月30日起2个工作日，国庆节10月1日至7日不计，至10月9日17:30");
        deadline.ExplanationEn.ShouldBe("2 working days from 30 September, National Day (国庆节) 1 October to 7 October not counted, until 9 October 17:30");
    }

    [Fact]
    public void The_explanation_names_the_make_up_day_that_was_counted()
    {
        var deadline = Deadline.Of(At("2026-02-13 15:00"), TimeLimit.WorkingDays(2), WorkingCalendar.National);
        deadline.ExplanationZh.ShouldBe("自2月13日起2个工作日，2月14日调休上班计入，春节2月15日至23日不计，至2月24日17:30");
        deadline.ExplanationEn.ShouldBe("2 working days from 13 February, make-up working day 14 February counted, "
            + "Spring Festival (春节) 15 February to 23 February not counted, until 24 February 17:30");
    }

    [Fact]
    public void The_explanation_says_the_year_where_it_changes() =>
        Deadline.Of(At("2025-12-31 10:00"), TimeLimit.WorkingDays(1), WorkingCalendar.National).ExplanationZh
            .ShouldBe("自12月31日起1个工作日，元旦2026年1月1日至3日不计，2026年1月4日调休上班计入，至2026年1月4日17:30");

    [Fact]
    public void Calendar_days_run_through_holidays_and_need_no_explanation() =>
        Deadline.Of(At("2026-09-30 10:00"), TimeLimit.Days(5), WorkingCalendar.National).ExplanationZh.ShouldBe("自9月30日起5日，至10月5日17:30");

    [Fact]
    public void Without_the_years_notice_there_is_no_instant_but_a_sentence()
    {
        var deadline = Deadline.Of(At("2026-12-30 10:00"), TimeLimit.WorkingDays(5), WorkingCalendar.National);
        deadline.Due.ShouldBeNull();
        deadline.ExplanationZh.ShouldBe("自12月30日起5个工作日，2027年节假日安排尚未公布，期限暂不能确定");
        deadline.ExplanationEn.ShouldContain("the holiday arrangement of 2027 is not published");
    }

    [Fact]
    public void Calendar_days_need_no_notice() =>
        Deadline.Of(At("2026-12-30 10:00"), TimeLimit.Days(15), WorkingCalendar.National).Due.ShouldBe(At("2027-01-14 17:30"));

    private static DateTimeOffset At(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
