using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.Platform.Events;

/// <summary>What the own Dapr sidecar calls: which topics are wanted, and each delivery. Nobody else knows the app token.</summary>
internal sealed class CallbackService(Inbox inbox, Admission admission, ServiceIdentity service, ILogger<CallbackService> logger)
    : AppCallback.AppCallbackBase
{
    public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context)
    {
        admission.Peer(context);
        var answer = new ListTopicSubscriptionsResponse();
        foreach (var producer in inbox.Producers)
        {
            var dead = Topics.DeadOf(producer, service.Name);
            answer.Subscriptions.Add(new TopicSubscription { PubsubName = Topics.PubSub, Topic = Topics.Of(producer), DeadLetterTopic = dead });
            answer.Subscriptions.Add(new TopicSubscription { PubsubName = Topics.PubSub, Topic = dead, DeadLetterTopic = dead + "-2" });
        }
        return Task.FromResult(answer);
    }

    public override async Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
    {
        admission.Peer(context);
        if (Parse(request) is not { } record)
            return new TopicEventResponse { Status = Status.Drop };
        try
        {
            if (request.Topic == Topics.Of(record.Producer))
                await inbox.TakeAsync(record, context.CancellationToken);
            else
                await TakeDeadLetterAsync(request, record, context.CancellationToken);
            return new TopicEventResponse { Status = Status.Success };
        }
        catch (Exception e) when (!context.CancellationToken.IsCancellationRequested)
        {
            // Delivered again by the sidecar's policy, and in the end read from the feed: the event itself cannot be lost.
            if (Inbox.IsPassing(e) || StoreFailure.Of(e) == StoreVerdict.Conflict)
                PlatformLog.EventPostponed(logger, record.Producer, record.Sequence, e);
            else
                PlatformLog.EventFailed(logger, record.Producer, record.Sequence, record.Type, e);
            return new TopicEventResponse { Status = Status.Retry };
        }
    }

    private Task TakeDeadLetterAsync(TopicEventRequest request, EventRecord record, CancellationToken stop)
    {
        PlatformLog.DeadLetterReceived(logger, request.Topic, request.Id);
        return inbox.CatchUpAsync(record.Producer, stop);
    }

    private EventRecord? Parse(TopicEventRequest request)
    {
        try
        {
            var record = ReactionRoute.Carried(request.Data.ToStringUtf8());
            return inbox.Producers.Contains(record.Producer) ? record : null;
        }
        catch (InvalidProtocolBufferException e)
        {
            PlatformLog.EventFailed(logger, request.Source, 0, request.Type, e);
            return null;
        }
    }
}
