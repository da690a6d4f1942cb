using StackExchange.Redis;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>The local runtime over embedded Garnet or over a real Redis.</summary>
public sealed class LocalUnderTest : RuntimeUnderTest
{
    private readonly IAsyncDisposable? _server;
    private readonly string? _folder;

    private LocalUnderTest(RuntimeKind kind, LocalDaprRuntime runtime, IConnectionMultiplexer connection, IAsyncDisposable? server, string? folder)
        : base(kind, connection)
    {
        Runtime = runtime;
        _server = server;
        _folder = folder;
    }

    public LocalDaprRuntime Runtime { get; }

    public static async Task<LocalUnderTest> OnGarnetAsync(Func<LocalDaprOptions, LocalDaprOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("localdapr-tests-").FullName;
        var garnet = await EmbeddedRedis.StartAsync(Path.Combine(folder, "garnet"));
        return await StartAsync(RuntimeKind.Garnet, garnet.Address, garnet, folder, change);
    }

    public static async Task<LocalUnderTest> OnRedisAsync(string address, IAsyncDisposable? server = null, Func<LocalDaprOptions, LocalDaprOptions>? change = null) =>
        await StartAsync(RuntimeKind.Redis, address, server, folder: null, change);

    public override async Task<TestApp> StartAppAsync(TestAppPlan plan)
    {
        var sidecar = await Runtime.AddSidecarAsync(plan.AppId, TestContext.Current.CancellationToken);
        var app = await TestApp.StartAsync(plan, sidecar, port: 0);
        app.OnStop = () => Runtime.DetachAppAsync(plan.AppId, app.Address, CancellationToken.None);
        if (plan.Attach)
            await Runtime.AttachAppAsync(plan.AppId, app.Address, TestContext.Current.CancellationToken);

        return app;
    }

    public override async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await base.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();

        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }

    private static async Task<LocalUnderTest> StartAsync(
        RuntimeKind kind, string address, IAsyncDisposable? server, string? folder, Func<LocalDaprOptions, LocalDaprOptions>? change)
    {
        var options = new LocalDaprOptions
        {
            ResourcesPath = Folder("testdata"),
            RedisAddress = address,
            Namespace = "office",
            HealthInterval = TimeSpan.FromMilliseconds(100),
        };
        var runtime = await LocalDaprRuntime.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        return new(kind, runtime, await ConnectAsync(address), server, folder);
    }

    private static async Task<IConnectionMultiplexer> ConnectAsync(string address)
    {
        var configuration = ConfigurationOptions.Parse(address);
        configuration.Protocol = RedisProtocol.Resp2;
        configuration.AbortOnConnectFail = false;
        return await ConnectionMultiplexer.ConnectAsync(configuration);
    }
}
