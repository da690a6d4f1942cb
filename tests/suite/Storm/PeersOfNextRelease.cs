using Backoffice.Platform.V1;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Backoffice.Suite.Tests.Storm;

/// <summary>
/// Makes every event a service takes, and every one it tells, one of the next release: with a field more than this one knows,
/// on the way by pub/sub and in the producer's feed.
/// </summary>
internal sealed class PeersOfNextRelease : Interceptor
{
    private const string More = "\"nextRelease\": {\"why\": [\"more\"]}, ";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (request is TopicEventRequest delivery)
        {
            var record = EventRecord.Parser.ParseJson(delivery.Data.ToStringUtf8());
            SayMore(record);
            delivery.Data = ByteString.CopyFromUtf8("{" + More + JsonFormatter.Default.Format(record)[1..]);
        }
        var response = await continuation(request, context);
        if (response is ReadEventsResponse page)
        {
            foreach (var record in page.Events)
                SayMore(record);
        }
        return response;
    }

    private static void SayMore(EventRecord record)
    {
        if (record.PayloadJson.StartsWith("{ \"", StringComparison.Ordinal))
            record.PayloadJson = "{ " + More + record.PayloadJson[2..];
    }
}
