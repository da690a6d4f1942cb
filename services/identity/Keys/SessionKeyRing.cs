using System.Xml.Linq;
using Backoffice.Platform.Redis;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Backoffice.Identity.Keys;

/// <summary>
/// The key ring of cookies and forms, in Redis, so that every replica reads every replica's. When Redis loses it, a replica
/// that still has it puts it back: replicas that made new rings of their own could not read each other's cookies for a day.
/// </summary>
internal sealed class SessionKeyRing(RedisConnection redis, ILogger<SessionKeyRing> logger, TimeProvider clock)
    : BackgroundService, IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    private const string Key = "identity:keys";
    private const int Attempts = 5;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly RedisXmlRepository _stored = new(() => redis.Database, Key);
    private readonly Lock _gate = new();
    private List<XElement> _known = [];

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // Written twice after an answer that came too late, a key is still one key; the framework would not have it.
        var stored = Patiently(_stored.GetAllElements).DistinctBy(e => e.ToString()).ToList();
        lock (_gate)
            _known = [.. stored];
        return stored;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        Patiently(() =>
        {
            _stored.StoreElement(element, friendlyName);
            return true;
        });
        lock (_gate)
            _known.Add(element);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RestoreAsync();
            }
            catch (Exception e) when (RedisConnection.IsAway(e))
            {
                IdentityLog.SessionKeysNotKept(logger, e);
            }
        }
    }

    private async Task RestoreAsync()
    {
        RedisValue[] known;
        lock (_gate)
            known = [.. _known.Select(e => (RedisValue)e.ToString(SaveOptions.DisableFormatting))];
        if (known.Length == 0)
            return;
        var restore = redis.Database.CreateTransaction();
        restore.AddCondition(Condition.KeyNotExists(Key));
        _ = restore.ListRightPushAsync(Key, known);
        if (await restore.ExecuteAsync())
            IdentityLog.SessionKeysRestored(logger);
    }

    // The framework asks rarely, and once: what it does not get at the start it lacks for the first people who come.
    private static T Patiently<T>(Func<T> ask)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return ask();
            }
            catch (RedisTimeoutException) when (attempt < Attempts)
            {
                // Busy; the next attempt waits as long again.
            }
        }
    }
}
