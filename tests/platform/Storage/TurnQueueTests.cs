using Backoffice.Coordination;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Storage;

public sealed class TurnQueueTests
{
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(20);

    [Theory, EveryDatabase]
    public async Task Who_leaves_is_not_left_waiting_by_a_writer_who_no_longer_comes(StoreKind store)
    {
        // Its own suite: any other writer would come to the rescue.
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var turns = suite.Services("coordination").GetRequiredService<TurnQueue>();
        // The moment between giving up and no longer being counted on is short: some of many, ever longer after the first, meet it.
        for (var i = 0; i < 500; i++)
        {
            var first = await turns.EnterAsync(TestContext.Current.CancellationToken);
            using var gone = new CancellationTokenSource();
            await Task.WhenAll(ComeAndGoAsync(turns, gone.Token), LeaveAsync(first, gone, i));
        }

        Task LeaveAsync(TurnGroup first, CancellationTokenSource gone, int pause)
        {
            gone.Cancel();
            Thread.SpinWait(pause);
            return turns.LeaveAsync(first, keep: true).WaitAsync(Hopeless, TestContext.Current.CancellationToken);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_turn_that_cannot_begin_keeps_nobody_waiting(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        await using (var scope = suite.Services("coordination").CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            // A context with a connection of its own that is open cannot take the group's.
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await Should.ThrowAsync<InvalidOperationException>(() => db.BeginTurnAsync(Writer.Applying("document"), TestContext.Current.CancellationToken));
            await db.Database.CloseConnectionAsync();
        }

        var turns = suite.Services("coordination").GetRequiredService<TurnQueue>();
        var next = await turns.EnterAsync(TestContext.Current.CancellationToken).WaitAsync(Hopeless, TestContext.Current.CancellationToken);
        await turns.LeaveAsync(next, keep: true);
    }

    private static async Task ComeAndGoAsync(TurnQueue turns, CancellationToken gone)
    {
        try
        {
            // Its turn may have come just before it gave up.
            await turns.LeaveAsync(await turns.EnterAsync(gone), keep: false);
        }
        catch (OperationCanceledException)
        {
            gone.IsCancellationRequested.ShouldBeTrue();
        }
    }
}
