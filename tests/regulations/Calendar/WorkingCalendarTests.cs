using System.Globalization;
using Backoffice.Regulations.Calendar;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    // Start days whose counts stay within the published years.
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 2_800].Select(n => new DateOnly(2019, 1, 1).AddDays(n));

    public static TheoryData<string, string, bool> Arrangements()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "holidays", "arrangements-2019-2026.csv")).Skip(1).Select(l => l.Split(','));
        var data = new TheoryData<string, string, bool>();
        foreach (var row in rows)
            data.Add(row[0], row[2], row[3] == "上班");
        return data;
    }

    [Theory, MemberData(nameof(Arrangements))]
    public void Every_published_arrangement_is_kept(string day, string holiday, bool worked)
    {
        National.IsWorkingDay(Day(day)).ShouldBe(worked);
        National.ArrangementOf(Day(day))!.Holiday.ShouldBe(holiday);
    }

    [Fact]
    public void The_table_of_arrangements_is_whole() => Arrangements().Count.ShouldBe(286);

    [Theory] // cases 170 and 171
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    [InlineData("2026-09-18", 1, "2026-09-20")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-01-30", 20, "2026-03-05")]
    [InlineData("2026-03-31", -3, "2026-03-26")]
    [InlineData("2026-05-02", 0, "2026-05-02")]
    public void Working_days_are_counted_from_the_day_after(string start, int n, string expected) =>
        National.AddWorkingDays(Day(start), n).ShouldBe(Day(expected));

    [Fact] // case 172
    public void February_2026_has_sixteen_working_days_and_October_eighteen()
    {
        National.WorkingDaysIn(2026, 2).ShouldBe(16);
        National.WorkingDaysIn(2026, 10).ShouldBe(18);
    }

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_the_working_days_two_sources_agree_on(int year, int days)
    {
        National.WorkingDaysIn(year).ShouldBe(days);
        Enumerable.Range(1, 12).Sum(month => National.WorkingDaysIn(year, month)).ShouldBe(days);
    }

    [Fact]
    public void Counting_on_and_counting_between_agree() =>
        Gen.Select(Days, Gen.Int[1, 60]).Sample((start, n) => National.WorkingDaysBetween(start, National.AddWorkingDays(start, n)) == n);

    [Fact]
    public void The_nth_working_day_is_a_working_day_and_later_for_a_larger_n() =>
        Gen.Select(Days, Gen.Int[1, 60]).Sample((start, n) =>
            National.IsWorkingDay(National.AddWorkingDays(start, n)) && National.AddWorkingDays(start, n + 1) > National.AddWorkingDays(start, n));

    [Fact]
    public void Counting_in_two_goes_is_counting_at_once() =>
        Gen.Select(Days, Gen.Int[1, 30], Gen.Int[1, 30]).Sample((start, a, b) =>
            National.AddWorkingDays(National.AddWorkingDays(start, a), b) == National.AddWorkingDays(start, a + b));

    [Fact]
    public void Counting_back_undoes_counting_on_from_a_working_day() =>
        Gen.Select(Days.Where(National.IsWorkingDay), Gen.Int[1, 60]).Sample((start, n) =>
            National.AddWorkingDays(National.AddWorkingDays(start, n), -n) == start);

    [Fact]
    public void A_year_without_notice_is_an_error_and_never_a_guess()
    {
        Should.Throw<CalendarNotPublishedException>(() => National.IsWorkingDay(new(2027, 3, 1))).Year.ShouldBe(2027);
        Should.Throw<CalendarNotPublishedException>(() => National.AddWorkingDays(new(2026, 12, 30), 2)).Year.ShouldBe(2027);
        Should.Throw<CalendarNotPublishedException>(() => National.WorkingDaysIn(2018)).Year.ShouldBe(2018);
        Should.Throw<CalendarNotPublishedException>(() => National.WorkingDaysIn(2027, 1)).Year.ShouldBe(2027);
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => National.WorkingDaysBetween(new(2026, 3, 2), new(2026, 3, 1)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
