using Backoffice.Coordination.Statistics;
using Backoffice.Coordination.Tests.Inbox;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using StatisticsService = Backoffice.Coordination.V1.StatisticsService;
using StepFigure = Backoffice.Coordination.V1.StepFigure;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Statistics;

public sealed class ListStepFiguresTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_step_is_counted_and_timed_in_working_hours(StoreKind store)
    {
        var (suite, procedure) = (await suites.On(store), Procedure());
        // One hour each of Monday to Thursday; on Friday it took until Monday, and was late.
        foreach (var day in (string[])["02", "03", "04", "05"])
            await DoneAsync(suite, procedure, $"2026-03-{day}T09:00", $"2026-03-{day}T10:00");
        await DoneAsync(suite, procedure, "2026-03-06T15:30", "2026-03-09T11:30", due: "2026-03-09T10:00", outcome: TaskOutcome.Returned);

        var figure = await OneAsync(suite, procedure);

        (figure.Month, figure.Step, figure.StepTitle).ShouldBe(("2026-03", "instruct", "批示"));
        (figure.DoneCount, figure.ReturnedCount, figure.ReturnedShare, figure.OverdueCount, figure.UntimedCount).ShouldBe((5, 1, 0.2, 1, 0));
        figure.MedianWorkingTime.ToTimeSpan().TotalMinutes.ShouldBe(60, 3);
        figure.P90WorkingTime.ToTimeSpan().TotalMinutes.ShouldBe(300, 15);
    }

    [Theory, EveryDatabase]
    public async Task What_was_not_done_by_whoever_was_accountable_does_not_count(StoreKind store)
    {
        var (suite, procedure) = (await suites.On(store), Procedure());
        foreach (var outcome in (TaskOutcome[])[TaskOutcome.Withdrawn, TaskOutcome.Transferred, TaskOutcome.Cancelled, TaskOutcome.Skipped, TaskOutcome.Terminated])
            await DoneAsync(suite, procedure, "2026-03-02T09:00", "2026-03-02T10:00", outcome: outcome);
        await DoneAsync(suite, procedure, "2026-03-02T09:00", "2026-03-02T10:00", kind: TaskKind.Sign);
        await DoneAsync(suite, procedure, "2026-03-02T09:00", null);
        (await ListAsync(suite, procedure)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task What_a_year_without_notice_lies_in_is_counted_and_not_timed(StoreKind store)
    {
        var (suite, procedure) = (await suites.On(store), Procedure());
        await DoneAsync(suite, procedure, "2029-03-05T09:00", "2029-03-06T09:00");
        var figure = await OneAsync(suite, procedure);
        (figure.DoneCount, figure.UntimedCount, figure.MedianWorkingTime, figure.P90WorkingTime).ShouldBe((1, 1, null, null));
    }

    [Theory, EveryDatabase]
    public async Task Months_come_newest_first_and_a_thousand_tasks_leave_a_handful_of_rows(StoreKind store)
    {
        var (suite, procedure) = (await suites.On(store), Procedure());
        var start = DateTimeOffset.Parse("2026-03-02T08:30+08:00", System.Globalization.CultureInfo.InvariantCulture);
        // Lengths from 1 to 200 minutes, five times each.
        await ListDocumentFiguresTests.HappenAsync<WhenStepDone>(suite, async reaction =>
        {
            for (var i = 0; i < 1000; i++)
                await reaction.OnAsync(Progress(procedure, start, start.AddMinutes(i % 200 + 1)), new EventRecord(), CancellationToken.None);
        });
        await DoneAsync(suite, procedure, "2026-04-01T09:00", "2026-04-01T10:00");

        var figures = await ListAsync(suite, procedure, pageSize: 1);

        figures.Select(f => (f.Month, f.DoneCount)).ShouldBe([("2026-04", 1), ("2026-03", 1000)]);
        figures[1].MedianWorkingTime.ToTimeSpan().TotalMinutes.ShouldBe(100, 5);
        figures[1].P90WorkingTime.ToTimeSpan().TotalMinutes.ShouldBe(180, 9);
        (await ListAsync(suite, procedure, " AND month >= \"2026-04\"")).Single().Month.ShouldBe("2026-04");
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<CoordinationDb>().StepDurations.CountAsync(d => d.Line.StartsWith(procedure), TestContext.Current.CancellationToken);
        rows.ShouldBeLessThan(50);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_office_and_the_heads_read_them(StoreKind store)
    {
        var suite = await suites.On(store);
        foreach (var role in (Role[])[Role.Staff, Role.SectionChief, Role.Archivist, Role.Counterpart])
            await Refused.ForAsync("PERMISSION_DENIED", new StatisticsService.StatisticsServiceClient(suite.Call("coordination", "x", role)).ListStepFiguresAsync(new ListStepFiguresRequest()));
        await Refused.ForAsync("INVALID_FILTER", ListDocumentFiguresTests.As(suite).ListStepFiguresAsync(new ListStepFiguresRequest { Filter = "unit = \"x\"" }));
    }

    private static string Procedure() => $"办理{Guid.NewGuid():N}";

    private static Task DoneAsync(Suite suite, string procedure, string start, string? end, string? due = null, TaskOutcome outcome = TaskOutcome.Agreed, TaskKind kind = TaskKind.Act)
    {
        var progress = Progress(procedure, At(start), end is null ? null : At(end), outcome, kind);
        progress.Progress.Changed[0].DueTime = due is null ? null : Timestamp.FromDateTimeOffset(At(due));
        return ListDocumentFiguresTests.HappenAsync<WhenStepDone>(suite, r => r.OnAsync(progress, new EventRecord(), CancellationToken.None));
    }

    private static MatterProgressed Progress(string procedure, DateTimeOffset start, DateTimeOffset? end, TaskOutcome outcome = TaskOutcome.Agreed, TaskKind kind = TaskKind.Act) => new()
    {
        Progress = new Progress
        {
            ProcedureTitle = procedure,
            Changed =
            {
                new Procedures.V1.Task
                {
                    Number = 1,
                    Kind = kind,
                    Step = "instruct",
                    StepTitle = "批示",
                    AssignTime = Timestamp.FromDateTimeOffset(start),
                    EndTime = end is { } time ? Timestamp.FromDateTimeOffset(time) : null,
                    Outcome = end is null ? TaskOutcome.Unspecified : outcome,
                },
            },
        },
    };

    private static DateTimeOffset At(string local) => new(System.DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static async Task<StepFigure> OneAsync(Suite suite, string procedure) => (await ListAsync(suite, procedure)).ShouldHaveSingleItem();

    private static async Task<IReadOnlyList<StepFigure>> ListAsync(Suite suite, string procedure, string further = "", int pageSize = 0)
    {
        var (request, figures) = (new ListStepFiguresRequest { Filter = $"procedure_title = \"{procedure}\"{further}", PageSize = pageSize }, new List<StepFigure>());
        do
        {
            var page = await ListDocumentFiguresTests.As(suite).ListStepFiguresAsync(request);
            figures.AddRange(page.StepFigures);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return figures;
    }

    // What nobody has done yet is late by the clock alone; done, it is in the figures of its month instead.
    [Theory, EveryDatabase]
    public async Task Open_tasks_past_their_due_time_are_totalled_by_procedure(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        var (chief, other) = (await office.PersonAsync(), await office.PersonAsync());
        var (late, due) = (InboxOffice.Now.AddDays(-1), InboxOffice.Now.AddDays(30));
        foreach (var (procedure, person, at) in new[] { ("收文办理", chief, late), ("收文办理", other, late), ("发文办理", chief, late), ("发文办理", other, due) })
        {
            var story = new Story(Story.As(chief), InboxOffice.Now) { ProcedureTitle = procedure };
            await office.HappenAsync(story.Act(Story.As(chief), [story.Task(TaskKind.Act, person.Posts[0], due: at)]));
        }
        var done = new Story(Story.As(chief), InboxOffice.Now);
        var task = done.Task(TaskKind.Act, chief.Posts[0], due: late);
        await office.HappenAsync(done.Act(Story.As(chief), [task]), done.Act(Story.As(chief), [], done.Ended(task, TaskOutcome.Agreed, Story.As(chief))));

        var figures = await new StatisticsService.StatisticsServiceClient(suite.Call("coordination", "leader", Role.Director)).ListStepFiguresAsync(new ListStepFiguresRequest { PageSize = 1 });

        figures.OpenOverdue.Select(o => (o.ProcedureTitle, o.Count)).ShouldBe([("收文办理", 2), ("发文办理", 1)]);
        figures.OpenOverdueCount.ShouldBe(3);
    }
}
