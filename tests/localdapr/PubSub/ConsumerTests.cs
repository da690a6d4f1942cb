using Backoffice.LocalDapr.PubSub;
using Microsoft.Extensions.Logging.Abstractions;

namespace Backoffice.LocalDapr.Tests.PubSub;

public sealed class ConsumerTests
{
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(20);

    private static readonly PubSubSettings Settings = new(
        "{appID}", QueueDepth: 10, Workers: 1, ProcessingTimeout: TimeSpan.FromSeconds(60), RedeliverInterval: TimeSpan.FromSeconds(15), MaxLength: 0, KeepFor: TimeSpan.Zero);

    [Fact]
    public async Task Who_ends_a_consumer_is_not_left_waiting_by_a_loop_that_looked_just_before()
    {
        using var store = LocalTopicStore.Open(folder: null, TimeProvider.System);
        var topics = new LocalTopics(store, Settings);
        // The moment between the loop's two looks is short: some of many, ended ever later after they began, meet it.
        await Parallel.ForAsync(0, 4_000, TestContext.Current.CancellationToken, async (i, stop) =>
        {
            var consumer = new Consumer(await topics.OpenReaderAsync("app"), Settings, TimeProvider.System, NullLogger.Instance);
            Thread.SpinWait(i);
            await consumer.DisposeAsync().AsTask().WaitAsync(Hopeless, stop);
        });
    }
}
