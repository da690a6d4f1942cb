using System.Collections.Concurrent;
using System.Diagnostics;
using Backoffice.Platform.V1;

namespace Backoffice.Platform.Telemetry;

/// <summary>One source of spans per service, named as its proto package.</summary>
internal static class ServiceTelemetry
{
    private static readonly ConcurrentDictionary<string, ActivitySource> Sources = new();

    public static ActivitySource Of(string service) => Sources.GetOrAdd(service, s => new ActivitySource($"backoffice.{s}.v1"));

    /// <summary>Starts a span under the call that caused the event, so that one trace leads from the call to every consumer.</summary>
    public static Activity? StartOf(EventRecord record, string verb, ActivityKind kind, string service)
    {
        var name = $"{verb} {(record.Type.Length > 0 ? record.Type : "heartbeat")}";
        var activity = ActivityContext.TryParse(record.Traceparent, null, isRemote: true, out var parent)
            ? Of(service).StartActivity(name, kind, parent)
            : Of(service).StartActivity(name, kind);
        return activity?.SetTag("messaging.message.id", $"{record.Producer}/{record.Sequence}").SetTag("backoffice.service", service);
    }
}
