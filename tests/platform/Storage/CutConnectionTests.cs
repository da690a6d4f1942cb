using System.Collections.Concurrent;
using Backoffice.Coordination;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Storage;

/// <summary>Writers whose connections are cut at any moment are asked to wait, and what they were told is kept is kept.</summary>
public sealed class CutConnectionTests
{
    private const int Writers = 8;
    private const int Cuts = 100;

    [Fact]
    public async Task Writers_under_cut_connections_are_asked_to_repeat_and_lose_nothing_that_was_kept()
    {
        Assert.SkipWhen(TestStore.Server is null, $"{TestStore.PostgresVariable} is not set");
        // Its own suite: nobody else's connections are to be cut.
        await using var suite = await Suite.StartAsync(StoreKind.Postgres, CoordinationModule.Module);
        suite.Errors.Expect("57P01");
        suite.Errors.Expect("The store does not answer.");
        using var over = new CancellationTokenSource();
        var (kept, bugs) = (new ConcurrentBag<long>(), new ConcurrentBag<string>());
        var writers = Enumerable.Range(1, Writers).Select(i => Task.Run(() => WriteAsync(suite, i, kept, bugs, over.Token), TestContext.Current.CancellationToken)).ToList();
        for (var i = 0; i < Cuts; i++)
        {
            var before = kept.Count;
            await Eventually.TrueAsync(() => Task.FromResult(kept.Count > before || writers.Exists(w => w.IsCompleted)));
            await suite.Store.CutConnectionsAsync();
        }
        await over.CancelAsync();
        await Task.WhenAll(writers);

        bugs.ShouldBeEmpty();
        await using var scope = suite.Services("coordination").CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<ServiceDb>().ConsumerMarks.AsNoTracking()
            .Where(m => m.Producer.StartsWith("writer")).Select(m => m.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        kept.Except(stored).ShouldBeEmpty();
    }

    private static async Task WriteAsync(Suite suite, int writer, ConcurrentBag<long> kept, ConcurrentBag<string> bugs, CancellationToken over)
    {
        for (var i = writer; !over.IsCancellationRequested; i += Writers)
        {
            try
            {
                await using var scope = suite.Services("coordination").CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
                await using var turn = await db.BeginTurnAsync(Writer.Applying("document"), CancellationToken.None);
                db.ConsumerMarks.Add(new ConsumerMark { Producer = $"writer {i}", Sequence = i });
                await turn.FlushAsync();
                await db.ConsumerMarks.AsNoTracking().AnyAsync(m => m.Sequence == i, CancellationToken.None);
                db.ConsumerMarks.Add(new ConsumerMark { Producer = $"writer {i} again", Sequence = i });
                await turn.CommitAsync();
                kept.Add(i);
            }
            catch (Exception e) when (StoreFailure.Of(e) == StoreVerdict.Unavailable)
            {
                continue;
            }
            catch (Exception e)
            {
                bugs.Add(e.ToString());
            }
        }
    }
}
