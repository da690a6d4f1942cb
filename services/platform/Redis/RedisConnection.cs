using Backoffice.Platform.Hosting;
using StackExchange.Redis;

namespace Backoffice.Platform.Redis;

/// <summary>The process's connection to Redis for what Dapr has no building block for: sessions, budgets, key rings. Reconnects by itself.</summary>
public sealed class RedisConnection(PlatformOptions options) : IAsyncDisposable
{
    private readonly Lazy<ConnectionMultiplexer> _multiplexer = new(() =>
    {
        var configuration = ConfigurationOptions.Parse(options.Redis);
        configuration.AbortOnConnectFail = false;
        // The client's default of five seconds would hold every call of a suite whose Redis is away.
        configuration.AsyncTimeout = configuration.SyncTimeout = 1_000;
        configuration.ConnectTimeout = 2_000;
        configuration.ClientName = "backoffice";
        return ConnectionMultiplexer.Connect(configuration);
    });

    public IConnectionMultiplexer Multiplexer => _multiplexer.Value;

    public IDatabase Database => _multiplexer.Value.GetDatabase();

    /// <summary>True for failures of Redis or the way to it, as opposed to bugs.</summary>
    public static bool IsAway(Exception e) => e is RedisException or RedisTimeoutException or TimeoutException or ObjectDisposedException;

    public ValueTask DisposeAsync() => _multiplexer.IsValueCreated ? _multiplexer.Value.DisposeAsync() : ValueTask.CompletedTask;
}
