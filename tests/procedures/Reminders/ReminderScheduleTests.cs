using Backoffice.Platform.Hosting;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.Reminders;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Calendar;
using Shouldly;
using Xunit;

namespace Backoffice.Procedures.Tests.Reminders;

public sealed class ReminderScheduleTests
{
    private const string Usual = """{ "before": [1, 3], "onDueDay": true, "afterEvery": 1, "escalateAfter": 3 }""";

    [Fact]
    public void Reminders_are_counted_in_working_days_around_the_holidays()
    {
        var task = Given("2026-09-21T10:00", due: "2026-10-09T17:30");
        Told(task, "2026-09-21T10:00", 6).ShouldBe(["09-29 08:30 3", "10-08 08:30 1", "10-09 08:30 0", "10-10 08:30 -1", "10-12 08:30 -2", "10-13 08:30 -3"]);
    }

    [Fact]
    public void Whoever_gets_a_task_late_is_not_reminded_of_what_was_to_be_said_before() =>
        Told(Given("2026-10-08T08:30", due: "2026-10-09T17:30"), "2026-09-01T00:00", 2).ShouldBe(["10-09 08:30 0", "10-10 08:30 -1"]);

    [Fact]
    public void A_due_day_that_is_not_worked_is_reminded_of_on_the_day_before() =>
        Told(Given("2026-10-09T10:00", due: "2026-10-17T17:30"), "2026-10-09T10:00", 4).ShouldBe(["10-14 08:30 3", "10-16 08:30 1", "10-19 08:30 -1", "10-20 08:30 -2"]);

    [Fact]
    public void Of_reminders_that_were_missed_the_last_is_made()
    {
        var schedule = ScheduleOf(Usual);
        var task = Given("2026-09-21T10:00", due: "2026-10-09T17:30");
        schedule.LastOf(task, At("2026-09-29T08:30"), At("2026-10-12T12:00")).ShouldBe(new Reminder(At("2026-10-12T08:30"), -2));
        schedule.LastOf(task, At("2026-09-29T08:30"), At("2026-09-29T08:30")).ShouldBe(new Reminder(At("2026-09-29T08:30"), 3));
        schedule.LastOf(task, At("2026-09-29T08:31"), At("2026-10-08T08:29")).ShouldBeNull();
        // As the migration marks what ran before there were reminders.
        schedule.LastOf(task, new DateTimeOffset(1, TimeSpan.Zero), At("2026-09-28T12:00")).ShouldBeNull();
    }

    [Fact]
    public void Every_second_day_after_is_every_second_day()
    {
        var schedule = ScheduleOf("""{ "afterEvery": 2 }""");
        var task = Given("2026-10-08T10:00", due: "2026-10-09T17:30");
        schedule.NextOf([task], At("2026-10-09T18:00")).ShouldBe(At("2026-10-12T08:30"));
        schedule.NextOf([task], At("2026-10-12T08:30")).ShouldBe(At("2026-10-14T08:30"));
        schedule.NextOf([task], At("2026-10-13T09:00")).ShouldBe(At("2026-10-14T08:30"));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_done_or_never_due_or_not_yet_countable()
    {
        var schedule = ScheduleOf(Usual);
        var task = Given("2026-09-21T10:00", due: "2026-10-09T17:30");
        schedule.NextOf([task with { EndTime = At("2026-09-22T10:00") }, task with { DueTime = null }], At("2026-09-22T10:00")).ShouldBeNull();
        schedule.NextOf([Given("2026-12-01T10:00", due: "2029-03-05T17:30")], At("2026-12-01T10:00")).ShouldBeNull();
    }

    [Fact]
    public void A_reminder_says_how_much_time_is_left_and_how_it_was_counted()
    {
        var task = Given("2026-09-21T10:00", due: "2026-10-09T17:30") with { DueExplanation = "要求10月9日前办结。" };
        new Reminder(At("2026-09-29T08:30"), 3).Say(task).ShouldBe("距办理时限还有3个工作日（要求10月9日前办结）。");
        new Reminder(At("2026-10-09T08:30"), 0).Say(task).ShouldBe("今日为办理时限（要求10月9日前办结）。");
        new Reminder(At("2026-10-12T08:30"), -2).Say(task with { DueExplanation = "" }).ShouldBe("已超过办理时限2个工作日。");
    }

    [Theory]
    [InlineData("""{ "before": [0] }""")]
    [InlineData("""{ "before": [251] }""")]
    [InlineData("""{ "afterEvery": -1 }""")]
    [InlineData("""{ "escalateAfter": 2 }""")]
    [InlineData("""{ "beforehand": [1] }""")]
    [InlineData("null")]
    [InlineData("[")]
    public void Rules_that_mean_nothing_are_refused(string json) => Should.Throw<FormatException>(() => UrgingRules.Parse(json));

    private static List<string> Told(MatterTask task, string from, int count)
    {
        var schedule = ScheduleOf(Usual);
        var told = new List<string>();
        for (var next = schedule.NextOf([task], At(from)); next is { } at && told.Count < count; next = schedule.NextOf([task], at))
            told.Add($"{at:MM-dd HH:mm} {schedule.LastOf(task, at, at)!.DaysLeft}");
        return told;
    }

    private static ReminderSchedule ScheduleOf(string rules) => new(UrgingRules.Parse(rules), WorkingCalendar.National, new OfficeClock(TimeProvider.System, new PlatformOptions()));

    private static MatterTask Given(string time, string due) =>
        new() { Number = 1, Kind = TaskKind.Act, Post = Bureau.Chief, Step = "handle", AssignTime = At(time), DueTime = At(due) };

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
