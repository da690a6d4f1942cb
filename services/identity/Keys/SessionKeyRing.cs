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
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly RedisXmlRepository _stored = new(() => redis.Database, Key);
    private readonly Lock _gate = new();
    private List<XElement> _known = [];

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var stored = _stored.GetAllElements();
        lock (_gate)
            _known = [.. stored];
        return stored;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        _stored.StoreElement(element, friendlyName);
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
}
