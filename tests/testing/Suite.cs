using System.Net;
using Backoffice.LocalDapr;
using Backoffice.Options.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.SharedState;
using Backoffice.Platform.Storage;
using Dapr.Client;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Backoffice.Testing;

/// <summary>
/// Some services of the suite, running for real: Kestrel, their database, a Redis server, the local Dapr runtime in strict
/// mode and an issuer. The test plays coordination where that is not among them.
/// </summary>
public sealed class Suite : IAsyncDisposable
{
    /// <summary>What takes longer never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<IAsyncDisposable> _parts = [];
    private readonly Dictionary<string, (string Module, WebApplication App)> _apps = [];
    private readonly Dictionary<string, GrpcChannel> _channels = [];

    private readonly TimeProvider _clock;

    private Suite(TestIssuer issuer, TestStore store, string redis, LocalDaprRuntime dapr, TimeProvider clock)
    {
        _clock = clock;
        Issuer = issuer;
        Store = store;
        Redis = redis;
        Dapr = dapr;
    }

    public TestIssuer Issuer { get; }

    public TestStore Store { get; }

    public string Redis { get; }

    /// <summary>The Redis server of its own, where the suite has one; it may be stopped and started again.</summary>
    public RealRedis? OwnRedis { get; private init; }

    public LocalDaprRuntime Dapr { get; }

    public ErrorLog Errors { get; } = new();

    /// <summary>The time by the suite's own clock.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The link to the database's server, where there are one and a network to trouble.</summary>
    public Link? StoreLink { get; private init; }

    /// <summary>The link to Redis, where there is a network to trouble.</summary>
    public Link? RedisLink { get; private init; }

    public static Task<Suite> StartAsync(StoreKind kind, params IReadOnlyList<ServiceModule> modules) => StartAsync(kind, TimeProvider.System, modules);

    /// <summary>The same by another clock than the machine's.</summary>
    public static Task<Suite> StartAsync(StoreKind kind, TimeProvider clock, params IReadOnlyList<ServiceModule> modules) => StartAsync(kind, clock, linked: false, modules);

    /// <summary>The same with links to the database and to Redis that a test may trouble.</summary>
    public static Task<Suite> StartLinkedAsync(StoreKind kind, params IReadOnlyList<ServiceModule> modules) => StartAsync(kind, TimeProvider.System, linked: true, modules);

    private static async Task<Suite> StartAsync(StoreKind kind, TimeProvider clock, bool linked, IReadOnlyList<ServiceModule> modules)
    {
        var store = await DoneAsync("Making the store", TestStore.CreateAsync(kind));
        // Each database meets another Redis: SQLite the embedded one, PostgreSQL a real server where there is one.
        var real = kind == StoreKind.Postgres && RealRedis.IsInstalled ? await DoneAsync("Starting redis-server", RealRedis.StartAsync()) : null;
        var embedded = real is null ? await DoneAsync("Starting the embedded Redis", EmbeddedRedis.StartAsync(Path.Combine(store.Folder, "redis"))) : null;
        var redis = real?.Address ?? embedded!.Address;
        var storeLink = linked && store.Address is { } address ? Link.To(address.Host, address.Port) : null;
        var redisLink = linked ? Link.To("127.0.0.1", PortOf(redis)) : null;
        redis = redisLink is null ? redis : redis.Replace($":{PortOf(redis)}", $":{redisLink.Port}", StringComparison.Ordinal);
        var dapr = await DoneAsync("Starting the local Dapr runtime", LocalDaprRuntime.StartAsync(
            new LocalDaprOptions { ResourcesPath = RepositoryFiles.Path("deploy/dapr"), RedisAddress = redis, Strict = true, DataPath = Path.Combine(store.Folder, "topics") },
            CancellationToken.None));
        var issuer = await DoneAsync("Starting the issuer", TestIssuer.StartAsync());
        var suite = new Suite(issuer, store, redis, dapr, clock) { OwnRedis = real, StoreLink = storeLink, RedisLink = redisLink };
        suite._parts.AddRange(new IAsyncDisposable?[] { store, suite.Issuer, real, embedded, storeLink, redisLink, dapr }.OfType<IAsyncDisposable>());
        foreach (var module in modules)
            await suite.AddAsync(module, module.Name, new SuitePart());
        return suite;
    }

    /// <summary>Starts one more replica of a service on the same store, and returns the name by which it is called.</summary>
    /// <param name="settings">What this replica is told besides what all are.</param>
    public async Task<string> AddReplicaAsync(ServiceModule module, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var name = $"{module.Name}/{_apps.Count}";
        await AddAsync(module, name, new SuitePart { Settings = settings ?? new Dictionary<string, string?>() });
        return name;
    }

    /// <summary>Starts one more service, or one more replica of one, in its own way; it is called by the name given here.</summary>
    public async Task AddAsync(ServiceModule module, string name, SuitePart part)
    {
        var settings = await SettingsAsync(module, part.Settings);
        var app = module.Build([], new ModuleSurroundings
        {
            OwnTelemetry = false,
            Settings = settings,
            Configure = builder =>
            {
                builder.Services.AddSingleton(_clock);
                builder.Logging.ClearProviders().AddProvider(Errors);
                part.Configure(builder);
            },
        });
        await DoneAsync($"Starting {name}", app.StartAsync());
        var address = app.Urls.First();
        // Replicas may be started at the same time.
        lock (_apps)
        {
            _apps.Add(name, (module.Name, app));
            _channels.Add(name, ChannelTo(address));
        }
        await DoneAsync($"Subscribing {name}", Dapr.AttachAppAsync(module.Name, new Uri(address), CancellationToken.None));
    }

    /// <summary>Starts one more replica of a service as a process of its own; it is called by the name given here.</summary>
    public async Task<ServiceProcess> AddProcessAsync(ServiceModule module, string name)
    {
        var process = await ServiceProcess.StartAsync(module, await SettingsAsync(module, new Dictionary<string, string?>()));
        _parts.Add(process);
        _channels.Add(name, ChannelTo(process.Address.ToString()));
        await Dapr.AttachAppAsync(module.Name, process.Address, CancellationToken.None);
        return process;
    }

    /// <summary>Stops a service or replica; it may be added again under the same name.</summary>
    public async Task StopAsync(string name)
    {
        var (module, app) = _apps[name];
        await Dapr.DetachAppAsync(module, AddressOf(name), CancellationToken.None);
        _channels[name].Dispose();
        _apps.Remove(name);
        _channels.Remove(name);
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>Calls a service as an account with some roles.</summary>
    public CallInvoker Call(string service, string account, params Role[] roles) => CallWith(service, $"Bearer {Issuer.Sign(new TokenOf(account) { Roles = roles, IssuedAt = Now })}");

    /// <summary>Calls a service with any authorisation header, or none.</summary>
    public CallInvoker CallWith(string service, string? authorization) => _channels[service].Intercept(new CallLimit(Patience)).Intercept(metadata =>
    {
        if (authorization is not null)
            metadata.Add("authorization", authorization);
        return metadata;
    });

    public Uri AddressOf(string service) => new(_apps[service].App.Urls.First());

    /// <summary>Where a service answers over HTTP/1.1: health, metrics, and the issuer's keys.</summary>
    public Uri OpsOf(string service) => new(_apps[service].App.Urls.Last());

    public IServiceProvider Services(string service) => _apps[service].App.Services;

    /// <summary>The events of one type that a service has recorded, oldest first.</summary>
    public async Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>(string service) where TEvent : class, IMessage<TEvent>, new()
    {
        var type = new TEvent().Descriptor;
        await using var scope = Services(service).CreateAsyncScope();
        var payloads = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database
            .SqlQuery<string>($"""SELECT payload_json AS "Value" FROM events WHERE type = {type.FullName} ORDER BY sequence""").ToListAsync();
        return [.. payloads.Select(p => (TEvent)type.Parser.ParseJson(p))];
    }

    /// <summary>Publishes a directory in coordination's place, and waits until every service knows it.</summary>
    public async Task PublishAsync(Coordination.V1.Directory directory)
    {
        // Coordination, where it is there, has none to publish but says so once; not after this.
        foreach (var (_, app) in _apps.Values.Where(a => a.Module == "coordination"))
            await Eventually.TrueAsync(() => Task.FromResult(app.Services.GetRequiredService<DirectoryCache>().IsKnown));
        var sidecar = await Dapr.AddSidecarAsync("coordination", CancellationToken.None);
        using var client = new DaprClientBuilder().UseGrpcEndpoint(sidecar.GrpcEndpoint.ToString()).UseHttpEndpoint(sidecar.HttpEndpoint.ToString()).UseDaprApiToken(sidecar.ApiToken).Build();
        await DirectoryState.SaveAsync(new SharedState(client), directory, CancellationToken.None);
        foreach (var (_, app) in _apps.Values)
            await app.Services.GetRequiredService<DirectoryCache>().CatchUpAsync(directory.Version, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
        foreach (var (module, app) in _apps.Values.Reverse())
        {
            await DoneAsync($"Stopping {module}", app.StopAsync());
            await DoneAsync($"Disposing of {module}", app.DisposeAsync().AsTask());
        }
        foreach (var part in Enumerable.Reverse(_parts))
            await DoneAsync($"Disposing of {part.GetType().Name}", part.DisposeAsync().AsTask());
        if (Errors.Unexpected.Count > 0)
            throw new InvalidOperationException("Services logged errors that no test expected:\n" + string.Join('\n', Errors.Unexpected));
    }

    /// <summary>What does not begin or end is named, instead of keeping its test waiting for ever.</summary>
    private static async Task DoneAsync(string what, Task work)
    {
        try
        {
            await work.WaitAsync(Patience);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            throw new TimeoutException($"{what} is not done after {Patience.TotalMinutes:0} minutes.");
        }
    }

    private static async Task<T> DoneAsync<T>(string what, Task<T> work)
    {
        await DoneAsync(what, (Task)work);
        return await work;
    }

    private static int PortOf(string redis) => StackExchange.Redis.ConfigurationOptions.Parse(redis).EndPoints.OfType<IPEndPoint>().Single().Port;

    private static GrpcChannel ChannelTo(string address) =>
        GrpcChannel.ForAddress(address, new GrpcChannelOptions { MaxSendMessageSize = 32 * 1024 * 1024, MaxReceiveMessageSize = 32 * 1024 * 1024 });

    /// <summary>What a service is told by its environment.</summary>
    private async Task<Dictionary<string, string?>> SettingsAsync(ServiceModule module, IReadOnlyDictionary<string, string?> more)
    {
        var sidecar = await Dapr.AddSidecarAsync(module.Name, CancellationToken.None);
        var settings = new Dictionary<string, string?>(Store.SettingsThrough(StoreLink))
        {
            ["DAPR_GRPC_ENDPOINT"] = sidecar.GrpcEndpoint.ToString(),
            ["DAPR_HTTP_ENDPOINT"] = sidecar.HttpEndpoint.ToString(),
            ["DAPR_API_TOKEN"] = sidecar.ApiToken,
            ["APP_API_TOKEN"] = sidecar.AppToken,
            ["Backoffice:Redis"] = Redis,
            ["Backoffice:Issuer"] = TestIssuer.Issuer,
            ["Backoffice:JwksUrl"] = Issuer.JwksUrl,
        };
        foreach (var (key, value) in more)
            settings[key] = value;
        return settings;
    }
}

/// <summary>How one service of a suite differs from the others.</summary>
public sealed record SuitePart
{
    /// <summary>Settings over those all get.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Last say on its builder.</summary>
    public Action<WebApplicationBuilder> Configure { get; init; } = _ => { };
}
