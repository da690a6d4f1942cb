using System.Text.Json;
using Backoffice.LocalDapr.Resources;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>Hands an event to the app, by callback or by stream. Throws OperationCanceledException when there is nobody left to take it.</summary>
internal delegate Task<Verdict> EventCall(TopicEventRequest request, Metadata headers, CancellationToken stop);

/// <summary>
/// What daprd does with one message of one subscription: unwrap, check the expiry, call the app under the inbound policy, and send to
/// the dead letter topic whatever the app drops or the policy gives up on.
/// </summary>
internal sealed class Delivery(
    SubscriptionSpec subscription, InboundPolicy policy, EventCall call, Func<byte[], string, Task> sendToDeadLetter, TimeProvider time, ILogger log)
{
    public async Task<Outcome> HandleAsync(StoredMessage message, CancellationToken closing, CancellationToken abort)
    {
        TopicEventRequest request;
        ReceivedEvent received;
        try
        {
            received = subscription.RawPayload
                ? ReceivedEvent.FromRaw(message, subscription.Topic, subscription.PubSubName)
                : ReceivedEvent.Parse(message.Data);
            if (received.HasExpired(time.GetUtcNow()))
                return await DeadLetterAsync(message, otherwise: Outcome.Handled);

            request = received.ToRequest(subscription.Topic, subscription.PubSubName, subscription.Path);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            log.EventMalformed(subscription.Topic);
            return await DeadLetterAsync(message, otherwise: Outcome.Failed);
        }

        var headers = DeliveryHeaders.For(message, subscription.PubSubName);
        using var span = DeliveryTrace.Start(subscription.Topic, received, headers);
        try
        {
            return await DeliverAsync(message, request, headers, closing, abort);
        }
        catch (OperationCanceledException)
        {
            return Outcome.Interrupted;
        }
    }

    private async Task<Outcome> DeliverAsync(
        StoredMessage message, TopicEventRequest request, Metadata headers, CancellationToken closing, CancellationToken abort)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (closing.IsCancellationRequested)
                return Outcome.Interrupted;

            var (verdict, code) = await AttemptAsync(request, headers, abort);
            if (verdict == Verdict.Success)
                return Outcome.Handled;

            // A subscription that ends takes nothing with it: what failed meanwhile is for somebody else to try.
            if (verdict == Verdict.Retry && closing.IsCancellationRequested)
                return Outcome.Interrupted;

            if (verdict == Verdict.Drop)
                return await DeadLetterAsync(message, otherwise: Outcome.Handled);

            if (policy.Retry?.Allows(attempt, code) != true)
                return await DeadLetterAsync(message, otherwise: Outcome.Failed);

            log.DeliveryRetried(subscription.Topic, attempt);
            await Task.Delay(policy.Retry.Wait(attempt, Random.Shared.NextDouble()), time, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>The app's verdict, and the status when the call failed and so counts as RETRY.</returns>
    private async Task<(Verdict Verdict, StatusCode? Code)> AttemptAsync(TopicEventRequest request, Metadata headers, CancellationToken abort)
    {
        using var limit = new CancellationTokenSource(policy.Timeout ?? Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, abort);
        try
        {
            return (await call(request, headers, either.Token), null);
        }
        catch (Exception ended) when (limit.IsCancellationRequested && ended is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            return (Verdict.Retry, null);
        }
        catch (RpcException unhandled) when (unhandled.StatusCode == StatusCode.Unimplemented)
        {
            // daprd takes this for handled: no retry, no dead letter.
            log.EventNotImplemented(subscription.Topic);
            return (Verdict.Success, null);
        }
        catch (RpcException failed)
        {
            return (Verdict.Retry, failed.StatusCode);
        }
    }

    /// <summary>Without a dead letter topic, or when it cannot be written, the message is given up, as in production.</summary>
    private async Task<Outcome> DeadLetterAsync(StoredMessage message, Outcome otherwise)
    {
        if (subscription.DeadLetterTopic.Length == 0)
        {
            if (otherwise == Outcome.Failed)
                log.EventLost(subscription.Topic);

            return otherwise;
        }

        try
        {
            await sendToDeadLetter(message.Data, DeliveryHeaders.WithPubSubName(message, subscription.PubSubName));
            log.EventDeadLettered(subscription.Topic, subscription.DeadLetterTopic);
            return Outcome.Handled;
        }
        catch (RpcException refused)
        {
            log.DeadLetterFailed(subscription.DeadLetterTopic, refused.StatusCode);
            return Outcome.Failed;
        }
    }
}
