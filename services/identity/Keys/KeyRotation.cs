using System.Security.Cryptography;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Keys;

/// <summary>Keeps the issuer's keys as the schedule says. Every replica does; the store lets one of them make the next key.</summary>
internal sealed class KeyRotation(IdentityDb db, StoredSecrets secrets, IssuerKeys issuer, KeySchedule schedule, TimeProvider clock, ILogger<KeyRotation> logger)
{
    private const int KeyBits = 2048;

    /// <summary>Reads the ring that protects the keys; makes it in a store that has none.</summary>
    public async Task OpenRingAsync(CancellationToken stop)
    {
        var stored = await RingAsync(stop);
        if (stored.Count == 0)
            stored = await MakeRingAsync(stop);
        secrets.Open(stored);
    }

    /// <summary>Makes the next key when it is time, and takes into use what is stored.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var keys = await db.SigningKeys.AsNoTracking().ToListAsync(stop);
        var now = clock.GetUtcNow();
        if (schedule.NextSignFrom(keys, now) is not null || keys.Exists(k => schedule.IsOver(k, keys, now)))
            keys = await RotateAsync(stop);
        issuer.Use(schedule.Published(keys, now), secrets);
    }

    private Task<List<string>> RingAsync(CancellationToken stop) =>
        db.ProtectionKeys.AsNoTracking().OrderBy(k => k.CreateTime).Select(k => k.Xml).ToListAsync(stop);

    private async Task<List<string>> MakeRingAsync(CancellationToken stop)
    {
        await using var turn = await db.BeginTurnAsync(Writer.For(IdentityModule.Account, "identity/MakeKeyRing"), stop);
        // Another replica may have been first.
        if (await RingAsync(stop) is { Count: > 0 } stored)
            return stored;
        var now = clock.GetUtcNow();
        var made = secrets.MakeKey(now);
        db.ProtectionKeys.Add(new ProtectionKey { Id = Guid.CreateVersion7(now), Xml = made, CreateTime = now });
        await turn.CommitAsync();
        return [made];
    }

    private async Task<List<SigningKey>> RotateAsync(CancellationToken stop)
    {
        using var rsa = RSA.Create(KeyBits);
        var (pair, locking) = (secrets.ProtectSigningKey(rsa.ExportPkcs8PrivateKey()), secrets.ProtectSigningKey(RandomNumberGenerator.GetBytes(32)));

        await using var turn = await db.BeginTurnAsync(Writer.For(IdentityModule.Account, "identity/RotateSigningKeys"), stop);
        var keys = await db.SigningKeys.ToListAsync(stop);
        var now = clock.GetUtcNow();
        db.SigningKeys.RemoveRange(keys.Where(k => schedule.IsOver(k, keys, now)));
        if (schedule.NextSignFrom(keys, now) is { } signFrom)
        {
            var kid = RandomNumberGenerator.GetHexString(16, lowercase: true);
            keys.Add(new SigningKey { Kid = kid, CreateTime = now, SignFrom = signFrom, PrivateKey = pair, LockKey = locking });
            db.SigningKeys.Add(keys[^1]);
            IdentityLog.SigningKeyMade(logger, kid, signFrom);
        }
        await turn.CommitAsync();
        return keys;
    }
}
