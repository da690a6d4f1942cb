using System.Globalization;
using Backoffice.Coordination.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.SharedState;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Time;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Directory;

/// <summary>
/// Keeps the directory in the shared state in step with the records. Woken by a change; between changes it looks every few
/// seconds, so that a shared state that was lost is filled again.
/// </summary>
internal sealed class DirectoryPublisher(IServiceScopeFactory scopes, SharedState state, ILogger<DirectoryPublisher> logger, TimeProvider clock) : BackgroundService
{
    private const string VersionRow = "directory-version";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private readonly Signal _changed = new();

    /// <summary>Commits a change of the directory under its next version, and has it published.</summary>
    public async Task<TAnswer> CommitAsync<TAnswer>(Turn turn, string changed, TAnswer answer) where TAnswer : class, IMessage
    {
        turn.Publish(new DirectoryChanged { Version = await turn.NextNumberAsync(VersionRow), Changed = { changed } });
        var committed = await turn.CommitAsync(answer);
        _changed.Send();
        return committed;
    }

    /// <summary>The directory as the records have it, with the delegations that have not run out by now.</summary>
    public static async Task<V1.Directory> ReadAsync(CoordinationDb db, DateTimeOffset now, CancellationToken stop)
    {
        // The version first: with rows of a later version it would only be published once more.
        var version = await db.LastNumberAsync(VersionRow, stop);
        var units = await db.Units.AsNoTracking().OrderBy(u => u.Name).ToListAsync(stop);
        var posts = await db.Posts.AsNoTracking().OrderBy(p => p.Name).ToListAsync(stop);
        var people = await db.People.AsNoTracking().Include(p => p.Holdings).OrderBy(p => p.Name).ToListAsync(stop);
        var delegations = await db.Delegations.AsNoTracking().Where(d => d.EndTime > now && !d.Cancelled).OrderBy(d => d.Id).ToListAsync(stop);
        return new V1.Directory
        {
            Version = version,
            Units = { units.Select(u => u.ToProto()) },
            Posts = { posts.Select(p => p.ToProto()) },
            People = { people.Select(p => p.ToProto()) },
            Delegations = { delegations.Select(d => d.ToProto()) },
        };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PublishAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                CoordinationLog.DirectoryNotPublished(logger, e);
            }
            await _changed.WaitAsync(Interval, clock, stoppingToken);
        }
    }

    private async Task PublishAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
        var newest = (await db.LastNumberAsync(VersionRow, stop)).ToString(CultureInfo.InvariantCulture);
        var published = await state.ReadTextAsync(DirectoryCache.VersionKey, stop);
        // An office without a unit is published as well, where nothing is: services must know that nobody is in it yet.
        if (published == newest || (newest == "0" && published.Length > 0))
            return;
        var directory = await ReadAsync(db, clock.GetUtcNow(), stop);
        // Another replica may write an older version over this one; the next look settles it.
        await DirectoryState.SaveAsync(state, directory, stop);
    }
}
