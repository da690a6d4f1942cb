namespace Backoffice.Identity.Keys;

/// <summary>
/// When keys follow each other. A key is published before it signs, so that every replica and service knows it in time, and
/// stays published after it signed its last until nothing it signed is valid any more.
/// </summary>
internal sealed record KeySchedule(TimeSpan Period, TimeSpan Lead, TimeSpan Overlap)
{
    public static KeySchedule Of(IdentityOptions options) => new(
        TimeSpan.FromDays(options.SigningKeyDays), TimeSpan.FromHours(1), options.LongestToken + TimeSpan.FromHours(1));

    /// <summary>From when a new key has to sign, once it is time to make one; null until then.</summary>
    public DateTimeOffset? NextSignFrom(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now)
    {
        if (keys.Count == 0)
            return now;
        var planned = keys.Max(k => k.SignFrom) + Period;
        if (planned - Lead > now)
            return null;
        // After a long standstill the plan may lie in the past; the lead is kept all the same.
        return planned > now + Lead ? planned : now + Lead;
    }

    /// <summary>The published keys, the one that signs first.</summary>
    public IReadOnlyList<SigningKey> Published(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now)
    {
        var signer = SignerOf(keys, now);
        return [.. keys.Where(k => !IsOver(k, keys, now)).OrderByDescending(k => k == signer).ThenByDescending(k => k.SignFrom)];
    }

    /// <summary>True when nothing signed by the key can be valid any more.</summary>
    public bool IsOver(SigningKey key, IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        keys.Any(k => k.SignFrom > key.SignFrom && k.SignFrom + Overlap <= now);

    private static SigningKey? SignerOf(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        keys.Where(k => k.SignFrom <= now).MaxBy(k => k.SignFrom);
}
