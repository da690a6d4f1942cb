namespace Backoffice.LocalDapr.PubSub;

/// <param name="closing">Cancelled when the subscription ends: begin nothing new.</param>
/// <param name="abort">Cancelled when the time to finish is over as well.</param>
internal delegate Task<Outcome> MessageHandler(StoredMessage message, CancellationToken closing, CancellationToken abort);

/// <summary>One handler's interest in a topic. Disposing it waits for the messages in hand, for a limited time.</summary>
internal sealed class TopicRegistration(string topic, MessageHandler handler, TimeProvider time, Action<TopicRegistration> remove) : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    private readonly Drain _drain = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenSource _abort = new();

    public string Topic => topic;

    public async Task<Outcome> HandleAsync(StoredMessage message)
    {
        if (!_drain.TryEnter())
            return Outcome.Interrupted;

        try
        {
            return await handler(message, _closing.Token, _abort.Token);
        }
        finally
        {
            _drain.Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        remove(this);
        var drained = _drain.CloseAsync();
        await _closing.CancelAsync();
        await using (time.CreateTimer(_ => _abort.Cancel(), null, DrainTime, Timeout.InfiniteTimeSpan))
            await drained;

        _closing.Dispose();
        _abort.Dispose();
    }
}
