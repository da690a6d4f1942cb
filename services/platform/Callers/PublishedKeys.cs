using Microsoft.IdentityModel.Tokens;

namespace Backoffice.Platform.Callers;

/// <summary>
/// The issuer's public keys, read from the key set itself: the addresses in a discovery document are the public ones. They
/// are read again every few minutes, so that the next key is known before it signs, and at once for a key nobody has seen.
/// </summary>
internal sealed class PublishedKeys(string address, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Whatever tokens are sent, the issuer is asked no more often than this.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private Reading? _last;

    /// <exception cref="IssuerUnreachableException">No key has been read yet, and none can be.</exception>
    public async ValueTask<IReadOnlyList<SecurityKey>> GetAsync(CancellationToken stop)
    {
        if (_last is not { } last)
            return await ReadAsync(Fresh, stop);
        // One caller looks for new keys; the others go on with those that are known.
        return clock.GetElapsedTime(last.At) >= Fresh && _reading.CurrentCount > 0 ? await ReadAsync(Fresh, stop) : last.Keys;
    }

    /// <summary>The keys, read after a token came whose key is not among them.</summary>
    public async ValueTask<IReadOnlyList<SecurityKey>> GetNewerAsync(CancellationToken stop) => await ReadAsync(Pause, stop);

    public void Dispose() => _reading.Dispose();

    private async Task<IReadOnlyList<SecurityKey>> ReadAsync(TimeSpan old, CancellationToken stop)
    {
        await _reading.WaitAsync(stop);
        try
        {
            // Whoever waited finds what the one before has read.
            if (_last is not { } last || clock.GetElapsedTime(last.At) >= old)
                _last = await ReadOnceAsync(stop);
            return _last.Keys;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Reading> ReadOnceAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            return new Reading([.. new JsonWebKeySet(await http.GetStringAsync(new Uri(address), either.Token)).GetSigningKeys()], clock.GetTimestamp());
        }
        catch (Exception e) when (e is HttpRequestException or ArgumentException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // What is known stays in use while the issuer is away.
            return _last is { } known ? known with { At = clock.GetTimestamp() } : throw new IssuerUnreachableException(e);
        }
    }

    private sealed record Reading(IReadOnlyList<SecurityKey> Keys, long At);
}
