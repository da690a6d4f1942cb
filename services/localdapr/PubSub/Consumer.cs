using System.Collections.Immutable;
using System.Threading.Channels;
using Backoffice.LocalDapr.Redis;
using Microsoft.Extensions.Logging;

namespace Backoffice.LocalDapr.PubSub;

internal enum Outcome
{
    /// <summary>Done with, one way or another: handled, dropped or moved to the dead letter topic.</summary>
    Handled,

    /// <summary>Failed for good. pubsub.redis acknowledges such a message all the same, unless its processing time is over.</summary>
    Failed,

    /// <summary>Not handled because the subscription ended; somebody else gets it.</summary>
    Interrupted,
}

/// <summary>
/// One app's consumption of one pub/sub component: as in daprd a single queue and a fixed number of workers serve all its topics, so
/// there is no order between messages and a slow topic holds up the others.
/// </summary>
internal sealed class Consumer : IAsyncDisposable
{
    private static readonly TimeSpan OutagePause = TimeSpan.FromMilliseconds(250);

    private readonly ITopicReader _reader;
    private readonly PubSubSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Channel<StoredMessage> _queue;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Task _loops;
    private ImmutableList<TopicRegistration> _registrations = [];
    private CancellationTokenSource _changed = new();
    private int _turn;

    public Consumer(ITopicReader reader, PubSubSettings settings, TimeProvider time, ILogger log)
    {
        (_reader, _settings, _time, _log) = (reader, settings, time, log);
        _queue = Channel.CreateBounded<StoredMessage>(settings.QueueDepth);

        // The loops outlive the call that happens to open the consumer, and must not run in its context.
        using (ExecutionContext.SuppressFlow())
            _loops = Task.WhenAll([RunAsync(ReadAsync), RunAsync(ReclaimAsync), .. Enumerable.Range(0, settings.Workers).Select(_ => Task.Run(WorkAsync))]);
    }

    /// <summary>Delivery begins before this returns; disposing the registration ends it and waits for what is in hand.</summary>
    public async Task<TopicRegistration> SubscribeAsync(string topic, MessageHandler handler)
    {
        try
        {
            await _reader.JoinAsync(topic);
        }
        catch (Exception outage) when (Outage.Is(outage))
        {
            // The read loop joins once Redis is back.
            _log.TopicsUnavailable(outage.GetType().Name);
        }

        var registration = new TopicRegistration(topic, handler, _time, r => Change(all => all.Remove(r)));
        Change(all => all.Add(registration));
        return registration;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_registrations.Select(r => r.DisposeAsync().AsTask()));
        await _stop.CancelAsync();
        Change(_ => []);
        _queue.Writer.TryComplete();
        await _loops;
        await _reader.DisposeAsync();
        _stop.Dispose();
        _changed.Dispose();
    }

    private void Change(Func<ImmutableList<TopicRegistration>, ImmutableList<TopicRegistration>> change)
    {
        CancellationTokenSource before;
        lock (_gate)
        {
            _registrations = change(_registrations);
            before = _changed;
            _changed = new CancellationTokenSource();
        }

        before.Cancel();
        before.Dispose();
    }

    private (string[] Topics, CancellationToken Changed) Current()
    {
        lock (_gate)
            return ([.. _registrations.Select(r => r.Topic).Distinct()], _changed.Token);
    }

    /// <summary>Runs a step over and over. No failure may end a loop, or the app would never get another message.</summary>
    private Task RunAsync(Func<string[], CancellationToken, Task> step) => Task.Run(async () =>
    {
        while (true)
        {
            // What stops tells of a change afterwards; whoever asked for it only then would wait for the next one for ever.
            var (topics, changed) = Current();
            if (_stop.IsCancellationRequested)
                return;
            try
            {
                await step(topics, changed);
            }
            catch (Exception outage) when (Outage.Is(outage))
            {
                _log.TopicsUnavailable(outage.GetType().Name);
                await PauseAsync(OutagePause, _stop.Token);
            }
            catch (Exception fault)
            {
                _log.TopicsFaulted(fault);
                await PauseAsync(OutagePause, _stop.Token);
            }
        }
    });

    private async Task ReadAsync(string[] topics, CancellationToken changed)
    {
        if (topics.Length == 0)
            await PauseAsync(Timeout.InfiniteTimeSpan, changed);
        else
            await EnqueueAsync(await _reader.ReadAsync(topics, _settings.QueueDepth, changed));
    }

    private async Task ReclaimAsync(string[] topics, CancellationToken changed)
    {
        foreach (var topic in _settings.Redelivers ? topics : [])
            await ReclaimAsync(topic);

        await PauseAsync(_settings.Redelivers ? _settings.RedeliverInterval : Timeout.InfiniteTimeSpan, changed);
    }

    private async Task ReclaimAsync(string topic)
    {
        IReadOnlyList<StoredMessage> found;
        do
        {
            found = await _reader.ReclaimAsync(topic, _settings.ProcessingTimeout, _settings.QueueDepth);
            await EnqueueAsync(found);
        }
        while (found.Count > 0 && !_stop.IsCancellationRequested);
    }

    private async Task EnqueueAsync(IReadOnlyList<StoredMessage> messages)
    {
        foreach (var message in messages)
        {
            if (!await TryEnqueueAsync(message))
                await SettleAsync(message, Outcome.Interrupted, late: false);
        }
    }

    private async Task<bool> TryEnqueueAsync(StoredMessage message)
    {
        try
        {
            await _queue.Writer.WriteAsync(message, _stop.Token);
            return true;
        }
        catch (Exception stopping) when (stopping is OperationCanceledException or ChannelClosedException)
        {
            return false;
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var message in _queue.Reader.ReadAllAsync())
        {
            var started = _time.GetTimestamp();
            var outcome = await HandleAsync(message);
            await SettleAsync(message, outcome, late: _settings.Redelivers && _time.GetElapsedTime(started) >= _settings.ProcessingTimeout);
        }
    }

    private async Task<Outcome> HandleAsync(StoredMessage message)
    {
        var takers = _registrations.FindAll(r => r.Topic == message.Topic);
        if (takers.IsEmpty)
            return Outcome.Interrupted;

        try
        {
            return await takers[(int)((uint)Interlocked.Increment(ref _turn) % takers.Count)].HandleAsync(message);
        }
        catch (Exception fault)
        {
            // A worker that dies would silently lower the concurrency of every topic.
            _log.DeliveryFaulted(fault, message.Topic);
            return Outcome.Failed;
        }
    }

    private async Task SettleAsync(StoredMessage message, Outcome outcome, bool late)
    {
        try
        {
            if (outcome == Outcome.Interrupted)
                await _reader.ReleaseAsync(message, _settings.ProcessingTimeout);
            else if (outcome == Outcome.Handled || !late)
                await _reader.AcknowledgeAsync(message);
        }
        catch (Exception fault)
        {
            // Still pending, so it will come again; handlers are idempotent.
            _log.MessageLeftPending(message.Topic, fault.GetType().Name);
        }
    }

    private async Task PauseAsync(TimeSpan time, CancellationToken end) =>
        await Task.Delay(time, _time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
