using System.Globalization;
using Backoffice.LocalDapr.Resources;
using StackExchange.Redis;

namespace Backoffice.LocalDapr.Redis;

/// <summary>One Redis protocol server and what it can do; components that name the same server share it.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly ConfigurationOptions _configuration;
    private readonly IConnectionMultiplexer _connection;

    private RedisServer(ConfigurationOptions configuration, IConnectionMultiplexer connection)
    {
        (_configuration, _connection) = (configuration, connection);
        Database = connection.GetDatabase();
    }

    public string Address => string.Join(',', _configuration.EndPoints);

    public IDatabase Database { get; }

    /// <summary>Garnet has no stream commands; its topics are kept in process.</summary>
    public bool HasStreams { get; private set; }

    /// <summary>How many replicas a strongly consistent save waits for; counted once, as daprd does.</summary>
    public int Replicas { get; private set; }

    public static ConfigurationOptions Configure(ComponentSpec component, string? address)
    {
        var configuration = address is null ? FromMetadata(component) : ConfigurationOptions.Parse(address);

        // RESP2 replies have one shape on Redis and Garnet. Short timeouts let an outage show as an error instead of a hang.
        configuration.Protocol = RedisProtocol.Resp2;
        configuration.AllowAdmin = true;
        configuration.AbortOnConnectFail = true;
        configuration.AsyncTimeout = 2_000;
        configuration.ClientName = "localdapr";
        return configuration;
    }

    public static async Task<RedisServer> ConnectAsync(ConfigurationOptions configuration, ComponentSpec component)
    {
        try
        {
            var server = new RedisServer(configuration, await ConnectionMultiplexer.ConnectAsync(configuration));
            server.HasStreams = await AskPatientlyAsync(server.KnowsStreamsAsync);
            server.Replicas = await AskPatientlyAsync(server.CountReplicasAsync);
            return server;
        }
        catch (RedisConnectionException unreachable)
        {
            throw new ResourceException(
                $"{component.File}: component '{component.Name}' cannot reach Redis at {string.Join(',', configuration.EndPoints)}.", unreachable);
        }
    }

    /// <summary>Asks a server that may be busy with its own start again, where the answer took too long.</summary>
    private static async Task<T> AskPatientlyAsync<T>(Func<Task<T>> ask)
    {
        const int Most = 5;
        for (var asked = 1; ; asked++)
        {
            try
            {
                return await ask();
            }
            catch (RedisTimeoutException) when (asked < Most)
            {
                // On a machine that starts many things at once the first answer may take longer than any later one.
            }
        }
    }

    /// <summary>A blocking read holds up everything behind it on its connection, so it gets one of its own.</summary>
    public async Task<IConnectionMultiplexer> OpenBlockingConnectionAsync()
    {
        var own = _configuration.Clone();
        own.CommandMap = CommandMap.Create(["SUBSCRIBE"], available: false);
        own.AbortOnConnectFail = false;
        own.AsyncTimeout = 5_000;

        // The reader tries again by itself; a backlog would only keep it from stopping.
        own.BacklogPolicy = BacklogPolicy.FailFast;
        return await ConnectionMultiplexer.ConnectAsync(own);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static ConfigurationOptions FromMetadata(ComponentSpec component)
    {
        const string OneNode = "needs Sentinel or Cluster; the local runtime speaks to one node, give its address.";
        if (component.Flag("failover"))
            throw component.Refuse("failover", OneNode);

        if (component.Text("redisType") is not (null or "node"))
            throw component.Refuse("redisType", OneNode);

        var host = component.Text("redisHost") ?? throw component.Refuse("redisHost", "is missing.");
        var configuration = new ConfigurationOptions
        {
            User = component.Text("redisUsername"),
            Password = component.Text("redisPassword"),
            Ssl = component.Flag("enableTLS"),
            DefaultDatabase = component.Number("redisDB", 0),
        };
        configuration.EndPoints.Add(host.Contains(':', StringComparison.Ordinal)
            ? host
            : string.Create(CultureInfo.InvariantCulture, $"{host}:{component.Number("redisPort", 6379)}"));
        return configuration;
    }

    /// <summary>Trying a stream command would be simpler, but after an unknown command Garnet may lose its place in the connection.</summary>
    private async Task<bool> KnowsStreamsAsync() => !(await Database.ExecuteAsync("COMMAND", "INFO", "XADD"))[0].IsNull;

    private async Task<int> CountReplicasAsync()
    {
        var replication = await _connection.GetServers()[0].InfoAsync("replication");
        var count = replication.SelectMany(section => section).FirstOrDefault(entry => entry.Key == "connected_slaves").Value;
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var replicas) ? replicas : 0;
    }
}
