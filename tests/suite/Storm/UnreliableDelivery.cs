using Backoffice.Platform.V1;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>
/// Pub/sub at its worst, between a sidecar and its app: some deliveries are dropped and reported as handled, some come twice,
/// some late and so behind later ones. What befalls an event is decided by the seed and its number, not by when it comes.
/// </summary>
internal sealed class UnreliableDelivery(int seed) : Interceptor
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (request is not TopicEventRequest delivery)
            return await continuation(request, context);
        var random = new Random(unchecked(seed + (int)(SequenceOf(delivery) * 7919)));
        switch (random.Next(10))
        {
            case 0:
                return (TResponse)(object)new TopicEventResponse();
            case 1:
                await continuation(request, context);
                break;
            case 2 or 3:
                await Task.Delay(Longest * random.NextDouble(), context.CancellationToken);
                break;
        }
        return await continuation(request, context);
    }

    private static long SequenceOf(TopicEventRequest delivery) => EventRecord.Parser.ParseJson(delivery.Data.ToStringUtf8()).Sequence;
}
