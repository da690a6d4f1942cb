using System.Globalization;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>What an app asked to publish, before it becomes the bytes that the topic stores.</summary>
internal sealed record Publication(
    string AppId, string PubSubName, string Topic, string ContentType, ByteString Data, IReadOnlyDictionary<string, string> Metadata,
    string TraceParent, string TraceState)
{
    private const string EventType = "com.dapr.event.sent";
    private const string SpecVersion = "1.0";

    public bool IsRaw => Metadata.TryGetValue("rawPayload", out var raw)
        && (bool.TryParse(raw, out var flag) ? flag : throw Malformed($"rawPayload is '{raw}'"));

    /// <summary>What is stored beside the message. A raw payload has no envelope to carry the trace, so its metadata does.</summary>
    public string? StoredMetadata()
    {
        var metadata = IsRaw ? Metadata.Append(new("traceid", TraceParent)).Append(new("tracestate", TraceState)) : Metadata;
        return metadata.Any() ? DeliveryHeaders.ToJson(metadata) : null;
    }

    public byte[] Bytes(DateTimeOffset now)
    {
        if (IsRaw)
            return Data.ToByteArray();

        var members = LocalDapr.PubSub.ContentType.IsCloudEvent(ContentType) ? FromCloudEvent(now) : Envelope(now);
        if (Seconds() is { } ttl)
            members["expiration"] = GoJson.Text(Rfc3339(now + ttl));

        return Encoding.UTF8.GetBytes(GoJson.Object(members));
    }

    private Dictionary<string, string> Envelope(DateTimeOffset now)
    {
        var type = ContentType.Length == 0 ? LocalDapr.PubSub.ContentType.Default : ContentType;
        var trace = Override("traceparent", Override("traceid", TraceParent));
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = GoJson.Text(Override("id", Guid.NewGuid().ToString())),
            ["source"] = GoJson.Text(Override("source", AppId)),
            ["type"] = GoJson.Text(Override("type", EventType)),
            ["specversion"] = GoJson.Text(SpecVersion),
            ["datacontenttype"] = GoJson.Text(type),
            ["topic"] = GoJson.Text(Topic),
            ["pubsubname"] = GoJson.Text(PubSubName),
            ["time"] = GoJson.Text(Rfc3339(now)),
            ["traceid"] = GoJson.Text(trace),
            ["traceparent"] = GoJson.Text(trace),
            ["tracestate"] = GoJson.Text(Override("tracestate", TraceState)),
        };
        if (Override("subject", "") is { Length: > 0 } subject)
            members["subject"] = GoJson.Text(subject);

        if (LocalDapr.PubSub.ContentType.IsBinary(type))
            members["data_base64"] = GoJson.Text(Convert.ToBase64String(Data.Span));
        else
            members["data"] = LocalDapr.PubSub.ContentType.IsJson(type) ? JsonOrText() : GoJson.Text(Data.ToStringUtf8());

        return members;
    }

    private Dictionary<string, string> FromCloudEvent(DateTimeOffset now)
    {
        Dictionary<string, string> members;
        try
        {
            using var document = JsonDocument.Parse(Data.Memory);
            members = document.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => GoJson.Precise(m.Value), StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Malformed("the data is not a CloudEvent in JSON");
        }

        Fill(members, "source", "Dapr");
        Fill(members, "type", EventType);
        Fill(members, "specversion", SpecVersion);
        if (!members.ContainsKey("time"))
            members["time"] = GoJson.Text(Rfc3339(now));

        members["topic"] = GoJson.Text(Topic);
        members["pubsubname"] = GoJson.Text(PubSubName);
        members["traceid"] = members["traceparent"] = GoJson.Text(TraceParent);
        members["tracestate"] = GoJson.Text(TraceState);
        return members;
    }

    /// <summary>JSON that does not parse is not refused: it is stored as text, and its readers get a JSON string.</summary>
    private string JsonOrText()
    {
        try
        {
            using var document = JsonDocument.Parse(Data.Memory);
            return GoJson.Precise(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return GoJson.Text(Data.ToStringUtf8());
        }
    }

    private TimeSpan? Seconds() => !Metadata.TryGetValue("ttlInSeconds", out var text) || text.Length == 0
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private string Override(string attribute, string otherwise) =>
        Metadata.FirstOrDefault(m => m.Key.Equals($"cloudevent.{attribute}", StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value ? value : otherwise;

    private static void Fill(Dictionary<string, string> members, string name, string value)
    {
        if (!members.TryGetValue(name, out var present) || present == "null")
            members[name] = GoJson.Text(value);
    }

    private static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static RpcException Malformed(string why) =>
        DaprError.Create(StatusCode.InvalidArgument, "DAPR_PUBSUB_CLOUD_EVENTS_SER", $"cannot create cloudevent: {why}");
}
