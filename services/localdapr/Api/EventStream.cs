using System.Collections.Concurrent;
using Backoffice.LocalDapr.PubSub;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Api;

/// <summary>
/// A streaming subscription: events go down the stream, verdicts come up it in any order. Events are matched by CloudEvent id, as in
/// daprd, so of two events with one id in flight only one gets a verdict.
/// </summary>
internal sealed class EventStream(
    IAsyncStreamReader<SubscribeTopicEventsRequestAlpha1> requests, IServerStreamWriter<SubscribeTopicEventsResponseAlpha1> responses)
    : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Verdict>> _waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Serves the stream until the client ends it. What has no verdict by then goes back to its topic.</summary>
    public async Task RunAsync(Func<EventCall, Task<IAsyncDisposable>> subscribe, CancellationToken end)
    {
        // The client must see this before the first event.
        await responses.WriteAsync(new() { InitialResponse = new() }, end);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(end);
        await using var subscription = await subscribe((request, _, stop) => CallAsync(request, stop, over.Token));
        try
        {
            while (await requests.MoveNext(end))
                Settle(requests.Current);
        }
        catch (OperationCanceledException)
        {
            // The client went away, or the runtime stops: an ordinary end.
        }
        catch (IOException)
        {
            // The same, seen by the connection first.
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    public void Dispose() => _writing.Dispose();

    private void Settle(SubscribeTopicEventsRequestAlpha1 request)
    {
        if (request.EventProcessed is not { } processed)
            throw DaprError.Create(StatusCode.InvalidArgument, "DAPR_PUBSUB_INITIAL_REQUEST", "duplicate initial request received");

        if (_waiting.TryRemove(processed.Id, out var waiting))
            waiting.TrySetResult(processed.Status?.Status ?? Verdict.Success);
    }

    private async Task<Verdict> CallAsync(TopicEventRequest request, CancellationToken stop, CancellationToken over)
    {
        var verdict = new TaskCompletionSource<Verdict>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request.Id] = verdict;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, over);
        try
        {
            await _writing.WaitAsync(either.Token);
            try
            {
                await responses.WriteAsync(new() { EventMessage = request }, either.Token);
            }
            finally
            {
                _writing.Release();
            }

            return await verdict.Task.WaitAsync(either.Token);
        }
        catch (Exception ended) when (ended is InvalidOperationException or IOException)
        {
            // The stream was over before its end was noticed here.
            throw new OperationCanceledException("The stream has ended.", ended);
        }
        finally
        {
            _waiting.TryRemove(KeyValuePair.Create(request.Id, verdict));
        }
    }
}
