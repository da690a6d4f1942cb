using Backoffice.Coordination.V1;
using Grpc.Core;

namespace Backoffice.Coordination.Inbox;

internal sealed partial class InboxService
{
    /// <summary>Between two messages of a stream: nobody reads faster, and a burst is one message.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public override async Task WatchInbox(WatchInboxRequest request, IServerStreamWriter<WatchInboxResponse> responseStream, ServerCallContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        using var watch = live.Watch(caller);
        try
        {
            while (true)
            {
                await responseStream.WriteAsync(await watch.NextAsync(clock, end.Token), end.Token);
                await Task.Delay(Pause, clock, end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or IOException && end.IsCancellationRequested)
        {
            // The caller hung up, which gRPC tells a writer in several ways; or the service stops, and the caller dials anew.
        }
    }
}
