using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Backoffice.LocalDapr.Resources;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Apps;

/// <summary>An app id: its tokens, its replicas, and the subscriptions that are delivered while a replica is healthy.</summary>
internal sealed class App(string appId, LocalDaprComponents components, LocalDaprOptions options, ILogger log) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<IAsyncDisposable> _deliveries = [];
    private ImmutableList<AppReplica> _replicas = [];
    private int _turn;

    public string AppId => appId;

    public string ApiToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string AppToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public IReadOnlyList<SubscriptionSpec> Subscriptions { get; private set; } = [];

    public bool IsHealthy => _replicas.Exists(r => r.IsHealthy);

    public IEnumerable<Uri> Addresses => _replicas.Select(r => r.Address);

    /// <summary>The healthy replicas take turns; null when there is none.</summary>
    public AppReplica? Next()
    {
        var healthy = _replicas.FindAll(r => r.IsHealthy);
        return healthy.IsEmpty ? null : healthy[(int)((uint)Interlocked.Increment(ref _turn) % healthy.Count)];
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The list of replicas owns it; detaching disposes it.")]
    public async Task AttachAsync(Uri address, CancellationToken stop)
    {
        var replica = new AppReplica(this, address, options, log);
        try
        {
            if (_replicas.IsEmpty)
                Subscriptions = components.Check(appId, [.. await AskAsync(replica, stop), .. components.DeclaredFor(appId)]);

            await replica.StartAsync(stop);
        }
        catch (Exception)
        {
            await replica.DisposeAsync();
            throw;
        }

        ImmutableInterlocked.Update(ref _replicas, all => all.Add(replica));
        await AdjustDeliveriesAsync();
        log.AppAttached(appId, address, Subscriptions.Count);
    }

    public async Task DetachAsync(Uri address)
    {
        if (_replicas.Find(r => r.Address == address) is not { } replica)
            return;

        // What this replica has in hand is finished before it goes, and if it was the last one, nothing new begins.
        ImmutableInterlocked.Update(ref _replicas, all => all.Remove(replica));
        await AdjustDeliveriesAsync();
        await replica.DisposeAsync();
        log.AppDetached(appId, address);
    }

    /// <summary>Subscribes when a replica is healthy and unsubscribes when none is, as daprd does.</summary>
    public async Task AdjustDeliveriesAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (IsHealthy && _deliveries.Count == 0)
                await OpenAsync();
            else if (!IsHealthy)
                await CloseAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            await DetachAsync(replica.Address);

        _gate.Dispose();
    }

    private async Task OpenAsync()
    {
        foreach (var subscription in Subscriptions)
            _deliveries.Add(await components.SubscribeAsync(appId, subscription, CallAsync));
    }

    private async Task CloseAsync()
    {
        await Task.WhenAll(_deliveries.Select(d => d.DisposeAsync().AsTask()));
        _deliveries.Clear();
    }

    private async Task<Verdict> CallAsync(TopicEventRequest request, Metadata headers, CancellationToken stop)
    {
        var replica = Next() ?? throw new RpcException(new Status(StatusCode.Unavailable, $"no healthy replica of {appId}"));
        return await replica.DeliverAsync(request, headers, stop);
    }

    private async Task<IEnumerable<SubscriptionSpec>> AskAsync(AppReplica replica, CancellationToken stop)
    {
        const int attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await replica.Callback.ListTopicSubscriptionsAsync(stop)).Select(s => SubscriptionSpec.From(appId, s));
            }
            catch (RpcException none) when (none.StatusCode == StatusCode.Unimplemented)
            {
                return [];
            }
            catch (RpcException fault) when (attempt < attempts && !stop.IsCancellationRequested)
            {
                log.SubscriptionsNotListed(appId, fault.StatusCode, attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(200), options.Time, stop);
            }
        }
    }
}
