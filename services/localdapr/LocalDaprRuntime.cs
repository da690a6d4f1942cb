using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Backoffice.LocalDapr.Apps;
using Backoffice.LocalDapr.Hosting;
using Microsoft.Extensions.Logging;

namespace Backoffice.LocalDapr;

/// <summary>
/// A small Dapr runtime for one process: a sidecar per app id on loopback, in front of one Redis protocol server. Dispose it after the
/// apps and before Redis.
/// </summary>
public sealed class LocalDaprRuntime : IAsyncDisposable
{
    private readonly LocalDaprOptions _options;
    private readonly LocalDaprComponents _components;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<string, App> _apps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<SidecarHost>>> _sidecars = new(StringComparer.Ordinal);
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    private LocalDaprRuntime(LocalDaprOptions options, LocalDaprComponents components, ILogger log)
    {
        _options = options;
        _components = components;
        _log = log;
    }

    /// <exception cref="Resources.ResourceException">The YAML asks for something the runtime cannot honour, or Redis is out of reach.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The runtime owns its components and disposes them last.")]
    public static async Task<LocalDaprRuntime> StartAsync(LocalDaprOptions options, CancellationToken stop)
    {
        var log = options.Logging.CreateLogger<LocalDaprRuntime>();
        stop.ThrowIfCancellationRequested();
        var components = await LocalDaprComponents.OpenAsync(options, log);
        return new LocalDaprRuntime(options, components, log);
    }

    /// <summary>Opens the sidecar of an app id. Asked again, it answers the same one: replicas share it.</summary>
    public async Task<LocalDaprSidecar> AddSidecarAsync(string appId, CancellationToken stop)
    {
        var opening = _sidecars.GetOrAdd(appId, id => new(() => OpenAsync(id, stop)));
        try
        {
            return (await opening.Value).Sidecar;
        }
        catch (Exception)
        {
            // A failure must not be what the next caller gets.
            _sidecars.TryRemove(KeyValuePair.Create(appId, opening));
            throw;
        }
    }

    /// <summary>The app listens now: asks it for its subscriptions and starts delivering. Call it once for each replica.</summary>
    public Task AttachAppAsync(string appId, Uri appGrpcAddress, CancellationToken stop) => Find(appId).AttachAsync(appGrpcAddress, stop);

    /// <summary>The replica is about to stop: finishes what it has in hand. Unhandled messages stay for the others, or for later.</summary>
    public Task DetachAppAsync(string appId, Uri appGrpcAddress, CancellationToken stop) => Find(appId).DetachAsync(appGrpcAddress).WaitAsync(stop);

    public async ValueTask DisposeAsync()
    {
        // Deliveries end first, then the API they may call back into, then the connections that both use.
        await Task.WhenAll(_apps.Values.Select(app => app.DisposeAsync().AsTask()));
        await Task.WhenAll(_sidecars.Values.Select(async host => await (await host.Value).DisposeAsync()));
        await _components.DisposeAsync();
        _client.Dispose();
    }

    private App Find(string appId) =>
        _apps.GetValueOrDefault(appId) ?? throw new InvalidOperationException($"The app '{appId}' has no sidecar yet; call {nameof(AddSidecarAsync)} first.");

    private async Task<SidecarHost> OpenAsync(string appId, CancellationToken stop)
    {
        var app = new App(appId, _components, _options, _log);
        var host = await SidecarHost.StartAsync(app, _components, _apps.GetValueOrDefault, _client, _options, stop);
        _apps[appId] = app;
        _log.SidecarStarted(appId, host.Sidecar.GrpcEndpoint, host.Sidecar.HttpEndpoint);
        return host;
    }
}
