using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>
/// Applies runs of one producer's events, each run in one turn with the mark that counts them. What cannot be applied is set
/// aside as a dead letter, and with it every later event of the same order key, so that one of them holds up nothing else.
/// </summary>
internal sealed class Applier(IServiceScopeFactory scopes, Reactions reactions, ILogger<Applier> logger, TimeProvider clock)
{
    public async Task<long> MarkAsync(string producer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDb>().ConsumerMarks.AsNoTracking()
            .Where(m => m.Producer == producer).Select(m => m.Sequence).SingleOrDefaultAsync(stop);
    }

    /// <summary>Applies what follows the mark, and returns the mark as it is afterwards: another replica may have moved it.</summary>
    public async Task<long> ApplyAsync(string producer, IReadOnlyList<EventRecord> run, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Applying(producer), stop);
        var mark = await MarkToMoveAsync(db, producer, stop);
        var before = mark.Sequence;
        var stuck = (await db.DeadLetters.AsNoTracking().Where(d => d.Producer == producer).Select(d => d.OrderKey).ToListAsync(stop)).ToHashSet();
        foreach (var record in run)
        {
            if (record.Sequence != mark.Sequence + 1)
                continue;
            var reaction = reactions.Of(record);
            if (stuck.Contains(reaction.OrderKey))
                db.DeadLetters.Add(DeadLetterRow.Of(record, reaction.OrderKey, reason: "", clock.GetUtcNow()));
            else
                await reaction.RunAsync(scope.ServiceProvider, stop);
            mark.Sequence = record.Sequence;
            // What the next event finds is what this one left.
            await turn.FlushAsync();
        }
        if (mark.Sequence > before)
            await turn.CommitAsync();
        return mark.Sequence;
    }

    /// <summary>Sets an event aside that cannot be applied, and goes on behind it.</summary>
    public async Task SetAsideAsync(EventRecord record, Exception failure, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Applying(record.Producer), stop);
        var mark = await MarkToMoveAsync(db, record.Producer, stop);
        if (record.Sequence != mark.Sequence + 1)
            return;
        db.DeadLetters.Add(DeadLetterRow.Of(record, OrderKeyOf(record), FailureText.Of(failure), clock.GetUtcNow()));
        mark.Sequence = record.Sequence;
        await turn.CommitAsync();
        PlatformLog.EventSetAside(logger, record.Producer, record.Sequence, record.Type, failure);
    }

    /// <summary>Applies one dead letter and strikes it off the list; false when another replica has done so.</summary>
    public async Task<bool> RedriveAsync(string producer, long sequence, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Applying(producer), stop);
        if (await db.DeadLetters.FindAsync([producer, sequence], stop) is not { } letter)
            return false;
        await reactions.Of(letter.ToRecord(producer)).RunAsync(scope.ServiceProvider, stop);
        db.DeadLetters.Remove(letter);
        await turn.CommitAsync();
        return true;
    }

    /// <summary>Notes that a dead letter failed again.</summary>
    public async Task FailedAgainAsync(string producer, long sequence, Exception failure, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var turn = await db.BeginTurnAsync(Writer.Applying(producer), stop);
        if (await db.DeadLetters.FindAsync([producer, sequence], stop) is not { } letter)
            return;
        letter.FailAgain(FailureText.Of(failure), clock.GetUtcNow());
        await turn.CommitAsync();
        PlatformLog.EventFailed(logger, producer, sequence, letter.Type, failure);
    }

    private static async Task<ConsumerMark> MarkToMoveAsync(ServiceDb db, string producer, CancellationToken stop) =>
        await db.ConsumerMarks.FindAsync([producer], stop) ?? db.ConsumerMarks.Add(new ConsumerMark { Producer = producer, Sequence = 0 }).Entity;

    private string OrderKeyOf(EventRecord record)
    {
        try
        {
            return reactions.Of(record).OrderKey;
        }
        catch (Exception e) when (e is Google.Protobuf.InvalidProtocolBufferException or Google.Protobuf.InvalidJsonException)
        {
            // Unreadable is what it is set aside for; what it concerns is unknown, so that nothing can be told to wait for it.
            return $"{record.Producer}/{record.Sequence}";
        }
    }
}
