using System.Diagnostics;
using Grpc.Core;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>Carries the publisher's trace over to the handler, as a child span where somebody listens.</summary>
internal static class DeliveryTrace
{
    private static readonly ActivitySource Source = new("Backoffice.LocalDapr");

    public static Activity? Start(string topic, ReceivedEvent received, Metadata headers)
    {
        if (!ActivityContext.TryParse(received.TraceParent, received.TraceState, out var parent))
            return null;

        var span = Source.StartActivity($"pubsub/{topic}", ActivityKind.Consumer, parent);
        headers.Add("traceparent", span?.Id ?? received.TraceParent);
        if (received.TraceState.Length > 0)
            headers.Add("tracestate", received.TraceState);

        return span;
    }
}
