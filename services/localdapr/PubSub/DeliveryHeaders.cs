using System.Text.Json;
using Grpc.Core;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>The metadata a message was published with travels on as gRPC metadata of its delivery.</summary>
internal static class DeliveryHeaders
{
    private const string PubSubName = "pubsubName";

    public static Metadata For(StoredMessage message, string pubsub)
    {
        var headers = new Metadata();
        foreach (var (key, value) in Read(message).Append(KeyValuePair.Create(PubSubName, pubsub)))
        {
            if (IsAllowed(key.ToLowerInvariant(), value))
                headers.Add(key, value);
        }

        return headers;
    }

    /// <summary>What a dead letter is published with.</summary>
    public static string WithPubSubName(StoredMessage message, string pubsub) =>
        ToJson(Read(message).Append(KeyValuePair.Create(PubSubName, pubsub)));

    public static string ToJson(IEnumerable<KeyValuePair<string, string>> metadata) =>
        GoJson.Object(metadata.Select(m => KeyValuePair.Create(m.Key, GoJson.Text(m.Value))));

    public static Dictionary<string, string> Read(StoredMessage message) => message.Metadata is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, string>>(message.Metadata) ?? [];

    /// <summary>A publisher must not be able to speak for the runtime: its token, and the fields of gRPC itself, are not its to set.</summary>
    private static bool IsAllowed(string key, string value) =>
        key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.')
        && value.All(c => c is >= ' ' and <= '~')
        && !key.StartsWith("grpc-", StringComparison.Ordinal)
        && !key.EndsWith("-bin", StringComparison.Ordinal)
        && key is not (DaprHeaders.Token or "traceparent" or "tracestate" or "content-type" or "te" or "host");
}
