using Backoffice.Coordination.V1;
using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.Reminders;
using Backoffice.Procedures.V1;
using Microsoft.EntityFrameworkCore;
using Matter = Backoffice.Procedures.Matters.Matter;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Document.Urging;

/// <summary>
/// 催办 by rule: reminds whoever has a task before and after it is due. A reminder is an act of the matter, made in the turn
/// that also sets when the next is due: however many replicas look, and whenever one stops, each is made once.
/// </summary>
internal sealed class UrgingUpkeep(
    IServiceScopeFactory scopes, ServiceIdentity service, DirectoryCache directory, ReminderSchedule schedule, OfficeClock office, ILogger<UrgingUpkeep> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Postponement = TimeSpan.FromDays(1);

    private readonly Caller _urger = new() { Account = $"service:{service.Name}", DisplayName = "系统自动催办" };

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, clock, RemindAsync, e => DocumentLog.NotReminded(logger, e), stoppingToken);

    /// <summary>Makes every reminder that is due. A matter that cannot be read keeps nobody else's from being made: it is tried again later.</summary>
    internal async Task RemindAsync(CancellationToken stop)
    {
        while (await FirstDueAsync(stop) is { } id)
        {
            try
            {
                await RemindAsync(id, stop);
            }
            catch (InvalidOperationException e) when (StoreFailure.Of(e) != StoreVerdict.Unavailable)
            {
                DocumentLog.NotRemindedOf(logger, id, e);
                await PostponeAsync(id, stop);
            }
        }
    }

    // A turn keeps every writer waiting: none without something to do.
    private async Task<Guid?> FirstDueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await DueIn(scope.ServiceProvider.GetRequiredService<DocumentDb>()).OrderBy(m => m.RemindTime).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(stop);
    }

    private IQueryable<Matter> DueIn(DocumentDb db)
    {
        var now = office.Now;
        return db.Matters.Where(m => m.RemindTime <= now);
    }

    private async Task RemindAsync(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For(_urger.Account, "urge", $"matters/{id}"), stop);
        // Another replica may have had its turn first.
        if (await DueIn(db).SingleOrDefaultAsync(m => m.Id == id, stop) is not { } matter)
            return;
        var desk = MatterDesk.InTheNameOf(_urger, scope.ServiceProvider, new SecrecyDesk(db, _urger, directory, office));
        await RemindAsync(turn, desk, await desk.WithAnySubjectAsync(matter, stop), office.Now, stop);
        await turn.CommitAsync();
    }

    private async Task PostponeAsync(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Upkeep(service, "urge"), stop);
        var later = office.Now + Postponement;
        // The etag stays: nothing that a caller sees has changed.
        await db.Matters.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.RemindTime, later), stop);
        await turn.CommitAsync();
    }

    private async Task RemindAsync(Turn turn, MatterDesk desk, Case on, DateTimeOffset now, CancellationToken stop)
    {
        var from = on.Matter.RemindTime!.Value;
        var due = on.Matter.State.Tasks.Where(t => t.IsOpen).Select(t => (Task: t, Reminder: schedule.LastOf(t, from, now)!)).Where(d => d.Reminder is not null).ToList();
        if (due.Count == 0)
        {
            on.Matter.RemindAt(schedule.NextOf(on.Matter.State.Tasks, now));
            on.Matter.Touch();
            return;
        }
        var most = due.MinBy(d => d.Reminder.DaysLeft);
        var said = most.Reminder.Say(most.Task);
        await desk.RecordAsync(turn, on, on.Matter.Urge(desk.DeedOn(on.Subject, said), [.. due.Select(d => d.Task)]), stop);
        var told = ToldOf(on, most.Reminder).Where(post => due.All(d => d.Task.Post != post)).Distinct().ToList();
        if (told.Count == 0)
            return;
        var (done, lines) = on.Matter.Circulate(desk.DeedOn(on.Subject, said), TaskKind.Copy, told, await desk.ServedAsync(on, TaskKind.Copy, told, stop), keepsLedger: true);
        await desk.RecordAsync(turn, on, done, stop, served: lines);
    }

    /// <summary>催办人 from the first reminder on, and the office director once it is late enough.</summary>
    private IEnumerable<string> ToldOf(Case on, Reminder reminder)
    {
        if (directory.Current.KnowsPost(on.Subject.ChaserPost))
            yield return on.Subject.ChaserPost;
        if (schedule.Rules.EscalateAfter > 0 && -reminder.DaysLeft >= schedule.Rules.EscalateAfter
            && directory.Current.PostsWith(PostFunction.OfficeDirector).FirstOrDefault(p => directory.Current.HoldersOf(p).Count > 0) is { } director)
            yield return director;
    }
}
