using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Apps;

/// <summary>One process, or module, that serves an app id, and whether it is fit to be called.</summary>
internal sealed class AppReplica : IAsyncDisposable
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    private readonly App _app;
    private readonly LocalDaprOptions _options;
    private readonly ILogger _log;
    private readonly GrpcChannel _channel;
    private readonly CancellationTokenSource _stop = new();
    private readonly Drain _deliveries = new();
    private Task _probing = Task.CompletedTask;
    private int _failures;
    private volatile bool _isHealthy;

    public AppReplica(App app, Uri address, LocalDaprOptions options, ILogger log)
    {
        (_app, Address, _options, _log) = (app, address, options, log);
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            // A proxy of the machine must never see what stays on loopback; the caller's trace is set by hand.
            HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true, ActivityHeadersPropagator = null },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
        });
        Callback = new AppCallbackClient(_channel.CreateCallInvoker(), app.AppToken);
    }

    public Uri Address { get; }

    public AppCallbackClient Callback { get; }

    public bool IsHealthy => _isHealthy;

    /// <summary>The first probe decides at once: an app that answers gets its messages without waiting for an interval.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        _isHealthy = await ProbeAsync(stop);

        // Probes go on for as long as the app runs, and belong to no trace.
        using (ExecutionContext.SuppressFlow())
            _probing = Task.Run(KeepProbingAsync, CancellationToken.None);
    }

    public async Task<Verdict> DeliverAsync(TopicEventRequest request, Metadata headers, CancellationToken stop)
    {
        if (!_deliveries.TryEnter())
            throw new RpcException(new Status(StatusCode.Unavailable, $"{Address} is being detached"));

        try
        {
            return (await Callback.OnTopicEventAsync(request, headers, stop)).Status;
        }
        finally
        {
            _deliveries.Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _probing;
        await _deliveries.CloseAsync().WaitAsync(DrainTime, _options.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _channel.Dispose();
        _stop.Dispose();
    }

    private async Task KeepProbingAsync()
    {
        using var timer = new PeriodicTimer(_options.HealthInterval, _options.Time);
        while (await NextAsync(timer))
        {
            var answered = await ProbeAsync(_stop.Token);
            _failures = answered ? 0 : _failures + 1;
            if (answered != _isHealthy && (answered || _failures >= _options.HealthThreshold) && !_stop.IsCancellationRequested)
                await TurnAsync(answered);
        }
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task TurnAsync(bool healthy)
    {
        _isHealthy = healthy;
        if (healthy)
            _log.AppTurnedHealthy(_app.AppId, Address);
        else
            _log.AppTurnedUnhealthy(_app.AppId, Address);

        try
        {
            await _app.AdjustDeliveriesAsync();
        }
        catch (Exception fault)
        {
            // The next probe finds the replica changed again, and tries again.
            _log.DeliveriesNotAdjusted(fault, _app.AppId);
            _isHealthy = !healthy;
        }
    }

    /// <summary>An app that does not implement the health check is healthy as long as it answers at all.</summary>
    private async Task<bool> ProbeAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(_options.HealthInterval, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await Callback.HealthCheckAsync(either.Token);
            return true;
        }
        catch (RpcException failed)
        {
            return failed.StatusCode == StatusCode.Unimplemented;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
