using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using SecrecyMark = Backoffice.Document.Secrecy.SecrecyMark;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Document.Classification;

/// <summary>自行解密: what has come to the end of its period is no secret from the next day on (保密法 第24条). Each in a turn of its own, however many replicas look.</summary>
internal sealed class DeclassificationUpkeep(
    IServiceScopeFactory scopes, ServiceIdentity service, DirectoryCache directory, OfficeClock office, ILogger<DeclassificationUpkeep> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly Caller _keeper = new() { Account = $"service:{service.Name}", DisplayName = "系统自动解密" };

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, clock, DeclassifyAsync, e => DocumentLog.NotDeclassified(logger, e), stoppingToken);

    /// <summary>Declassifies everything whose period has ended.</summary>
    internal async Task DeclassifyAsync(CancellationToken stop)
    {
        while (await FirstEndedAsync(stop) is { } subject)
            await DeclassifyAsync(subject, stop);
    }

    // A turn keeps every writer waiting: none without something to do.
    private async Task<string?> FirstEndedAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await EndedIn(scope.ServiceProvider.GetRequiredService<DocumentDb>()).OrderBy(m => m.DeclassifiedFrom).Select(m => m.Subject).FirstOrDefaultAsync(stop);
    }

    private IQueryable<SecrecyMark> EndedIn(DocumentDb db)
    {
        var today = office.Today;
        return db.SecrecyMarks.Where(m => m.DeclassifyTime == null && m.ReviewedOn != null && m.DeclassifiedFrom <= today);
    }

    private async Task DeclassifyAsync(string subject, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For(_keeper.Account, "declassify", subject), stop);
        // Another replica may have had its turn first.
        if (await EndedIn(db).Include(m => m.Extensions).Include(m => m.Reviews).AsSplitQuery().SingleOrDefaultAsync(m => m.Subject == subject, stop) is not { } mark)
            return;
        var secrecy = new SecrecyDesk(db, _keeper, directory, office);
        var desk = MatterDesk.InTheNameOf(_keeper, scope.ServiceProvider, secrecy);
        var knew = mark.Review(ReviewOutcome.Expired, "保密期限届满，自行解密", openFrom: null, authority: "", notice: "", _keeper.Account, office.Now, mark.DeclassifiedFrom!.Value);
        await new ScopeNotice(db, desk, directory, office).GiveAsync(turn, await secrecy.AnyAsync(subject, stop), mark, knew, ReviewOutcome.Expired, stop);
        await turn.CommitAsync();
    }
}
