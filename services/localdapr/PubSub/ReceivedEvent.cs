using System.Globalization;
using System.Text.Json;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>A stored message as a gRPC app gets it. What Dapr loses on the way (large integers, unknown types) is lost here too.</summary>
internal sealed class ReceivedEvent(Dictionary<string, JsonElement> members)
{
    /// <summary>Attributes that have fields of their own in the request; all others travel as extensions.</summary>
    private static readonly string[] Attributes = ["id", "source", "type", "specversion", "datacontenttype", "data", "data_base64"];

    public string TraceParent => Text("traceparent") is { Length: > 0 } parent ? parent : Text("traceid");

    public string TraceState => Text("tracestate");

    /// <exception cref="JsonException">The message is no JSON object.</exception>
    public static ReceivedEvent Parse(byte[] data)
    {
        using var document = JsonDocument.Parse(data);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("An event is a JSON object.");

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
            members[member.Name] = member.Value.Clone();

        return new(members);
    }

    /// <summary>A raw message has no identity of its own: each delivery invents one, so it cannot be deduplicated by id.</summary>
    public static ReceivedEvent FromRaw(StoredMessage message, string topic, string pubsub)
    {
        var stored = DeliveryHeaders.Read(message);
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["source"] = "Dapr",
            ["type"] = "com.dapr.event.sent",
            ["specversion"] = "1.0",
            ["datacontenttype"] = ContentType.OctetStream,
            ["topic"] = topic,
            ["pubsubname"] = pubsub,
            ["data_base64"] = Convert.ToBase64String(message.Data),
        };
        foreach (var trace in stored.Where(m => m.Key is "traceid" or "traceparent" or "tracestate"))
            members[trace.Key] = trace.Value;

        return new(members.ToDictionary(m => m.Key, m => JsonSerializer.SerializeToElement(m.Value), StringComparer.Ordinal));
    }

    public bool HasExpired(DateTimeOffset now) =>
        DateTimeOffset.TryParse(Text("expiration"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiration) && expiration < now;

    /// <exception cref="JsonException">The data does not have the form its content type promises.</exception>
    public TopicEventRequest ToRequest(string topic, string pubsub, string path) => new()
    {
        Id = Text("id"),
        Source = Text("source"),
        Type = Text("type"),
        SpecVersion = Text("specversion"),
        DataContentType = Text("datacontenttype"),
        Topic = topic,
        PubsubName = pubsub,
        Path = path,
        Data = Data(),
        Extensions = Struct.Parser.ParseJson(GoJson.Object(members
            .Where(m => !Attributes.Contains(m.Key, StringComparer.Ordinal))
            .Select(m => KeyValuePair.Create(m.Key, GoJson.Lossy(m.Value))))),
    };

    private ByteString Data()
    {
        if (members.TryGetValue("data_base64", out var encoded) && encoded.ValueKind != JsonValueKind.Null)
            return encoded.TryGetBytesFromBase64(out var bytes) ? UnsafeByteOperations.UnsafeWrap(bytes) : throw new JsonException("data_base64 is not base64.");

        if (!members.TryGetValue("data", out var data) || data.ValueKind == JsonValueKind.Null)
            return ByteString.Empty;

        var type = Text("datacontenttype");
        if (ContentType.IsText(type))
            return data.ValueKind == JsonValueKind.String ? ByteString.CopyFromUtf8(data.GetString()) : throw new JsonException("Text data is not a string.");

        return ContentType.IsJson(type) || ContentType.IsCloudEvent(type) ? ByteString.CopyFromUtf8(GoJson.Lossy(data)) : ByteString.Empty;
    }

    private string Text(string name) => members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
