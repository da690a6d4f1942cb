using Backoffice.Gateway;
using Backoffice.LocalDapr;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;

namespace Backoffice.Host.Up;

/// <summary>One running module: where it listens.</summary>
public sealed record RunningModule(string Name, Uri Grpc, Uri Ops);

/// <summary>All modules in this process, each an application of its own, over an embedded or given Redis and the local Dapr runtime.</summary>
public sealed class RunningSuite : IAsyncDisposable
{
    private readonly SuiteOptions _options;
    private readonly List<(RunningModule Module, WebApplication App)> _apps = [];
    private readonly List<WebApplication> _starting = [];
    private readonly Stack<IAsyncDisposable> _ground = [];
    private string _redis = "";
#pragma warning disable CA2213 // disposed with the ground it belongs to
    private LocalDaprRuntime _dapr = null!;
#pragma warning restore CA2213

    private RunningSuite(SuiteOptions options) => _options = options;

    public IReadOnlyList<RunningModule> Modules => [.. _apps.Select(a => a.Module)];

    public string HttpUrl { get; private set; } = "";

    public string GrpcUrl { get; private set; } = "";

    /// <summary>Starts everything in order, or nothing: what was started before a failure is stopped again.</summary>
    public static async Task<RunningSuite> StartAsync(SuiteOptions options, Action<RunningModule> started, CancellationToken stop)
    {
        var suite = new RunningSuite(options);
        var complete = false;
        try
        {
            await suite.StartAsync(started, stop);
            complete = true;
            return suite;
        }
        finally
        {
            if (!complete)
                await suite.DisposeAsync();
        }
    }

    /// <summary>Waits until every service decides by this version of the directory or a later one.</summary>
    public Task AgreeOnDirectoryAsync(long version, CancellationToken stop) => Task.WhenAll(_apps
        .Select(a => a.App.Services.GetService<DirectoryCache>()).OfType<DirectoryCache>().Select(d => d.CatchUpAsync(version, stop)));

    /// <summary>Drains: the door closes first, then the services in reverse order, then what they stand on.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (module, app) in Enumerable.Reverse(_apps))
        {
            if (module.Name != Up.Modules.Gateway)
                await _dapr.DetachAppAsync(module.Name, module.Grpc, CancellationToken.None);
            await app.StopAsync();
            await app.DisposeAsync();
        }
        _apps.Clear();
        // What was still starting when another module of its step failed.
        foreach (var app in _starting)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        _starting.Clear();
        while (_ground.TryPop(out var part))
            await part.DisposeAsync();
    }

    private async Task StartAsync(Action<RunningModule> started, CancellationToken stop)
    {
        await StartGroundAsync(stop);
        foreach (var step in Up.Modules.Steps)
        {
            var wanted = step.Where(m => _options.Wants(m.Name)).ToList();
            var apps = await Task.WhenAll(wanted.Select(m => Task.Run(() => StartModuleAsync(m, stop), stop)));
            foreach (var (module, app) in wanted.Zip(apps))
            {
                started(Remember(module.Name, app));
                await _dapr.AttachAppAsync(module.Name, _apps[^1].Module.Grpc, stop);
            }
        }
        if (!_options.Wants(Up.Modules.Gateway))
            return;
        var gateway = GatewayModule.Build([], await SurroundingsOf(Up.Modules.Gateway, stop));
        await gateway.StartAsync(stop);
        started(Remember(Up.Modules.Gateway, gateway));
        (HttpUrl, GrpcUrl) = (_options.HttpUrl, _options.GrpcUrl);
    }

    private async Task<WebApplication> StartModuleAsync(ServiceModule module, CancellationToken stop)
    {
        var app = module.Build([], await SurroundingsOf(module.Name, stop));
        lock (_starting)
            _starting.Add(app);
        await app.StartAsync(stop);
        return app;
    }

    private async Task StartGroundAsync(CancellationToken stop)
    {
        var installation = _options.Installation;
        _redis = _options.Redis;
        if (_redis.Length == 0)
        {
            var embedded = await EmbeddedRedis.StartAsync(installation.PathOf("redis"));
            _ground.Push(embedded);
            _redis = embedded.Address;
        }
        _dapr = await LocalDaprRuntime.StartAsync(
            new LocalDaprOptions
            {
                ResourcesPath = Path.Combine(AppContext.BaseDirectory, "dapr"),
                RedisAddress = _redis,
                Strict = _options.StrictDapr,
                DataPath = installation.PathOf("topics"),
            },
            stop);
        _ground.Push(_dapr);
    }

    private async Task<ModuleSurroundings> SurroundingsOf(string name, CancellationToken stop)
    {
        var sidecar = await _dapr.AddSidecarAsync(name, stop);
        return new ModuleSurroundings
        {
            // One pipeline for the process, kept by its last module; see TelemetryPipeline.
            OwnTelemetry = name == _options.LastModule,
            Settings = SuiteSettings.Of(name, _options, _redis, sidecar, Modules),
            Configure = _options.Configure,
        };
    }

    private RunningModule Remember(string name, WebApplication app)
    {
        lock (_starting)
            _starting.Remove(app);
        // A module lists its gRPC port first and its ops port last.
        var module = new RunningModule(name, new Uri(app.Urls.ElementAt(name == Up.Modules.Gateway ? 1 : 0)), new Uri(app.Urls.Last()));
        _apps.Add((module, app));
        return module;
    }
}
