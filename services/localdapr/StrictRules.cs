using System.Text.Json;
using Backoffice.LocalDapr.PubSub;
using Backoffice.LocalDapr.Resources;
using Dapr.Client.Autogen.Grpc.v1;

namespace Backoffice.LocalDapr;

/// <summary>What Dapr allows and the suite's rules forbid. Each rule names the trap, because the person who reads it has just met it.</summary>
internal sealed class StrictRules(bool on)
{
    private const int LargestState = 1 << 20;
    private const long LargestExactInteger = 1L << 53;

    public bool On => on;

    public void CheckSave(SaveStateRequest request)
    {
        if (!on)
            return;

        if (request.States.Count > 1)
            throw DaprError.Strict("SaveBulkStateAsync is not atomic and forgets the API token; save the keys one by one.");

        foreach (var item in request.States)
            CheckItem(item);
    }

    public void CheckTransaction(ExecuteStateTransactionRequest request)
    {
        if (!on)
            return;

        if (request.Operations.Count > 1 && request.Operations.Any(o => !string.IsNullOrEmpty(o.Request.Etag?.Value)))
            throw DaprError.Strict("Redis does not roll back: an etag in a transaction of several keys leaves the others written. One aggregate, one key, one etag.");

        foreach (var operation in request.Operations)
            CheckValue(operation.Request);
    }

    public void CheckPublication(Publication publication)
    {
        if (!on)
            return;

        if (publication.IsRaw)
            throw DaprError.Strict("a raw payload gets a new id with each delivery, so nobody can tell a repeat; publish an event.");

        var isEvent = ContentType.IsCloudEvent(publication.ContentType);
        var arrives = isEvent || ContentType.IsJson(publication.ContentType) || ContentType.IsBinary(publication.ContentType);
        if (!arrives && !publication.Data.IsEmpty)
            throw DaprError.Strict($"content of type '{publication.ContentType}' does not arrive unchanged; use application/json or application/octet-stream.");

        using var json = isEvent || ContentType.IsJson(publication.ContentType) ? Parse(publication) : null;
        if (isEvent ? json?.RootElement.TryGetProperty("id", out _) != true : !publication.Metadata.ContainsKey("cloudevent.id"))
            throw DaprError.Strict("an event needs an id of its own (metadata cloudevent.id), or its consumers cannot tell a repeat.");

        if (json is not null && HasInexactInteger(json.RootElement))
            throw DaprError.Strict("an integer beyond 2^53 changes its value on the way to the subscriber; write it as a string.");
    }

    /// <param name="deadLetterTopics">Topics that are somebody's dead letter topic: their consumers are the end of the line.</param>
    public void CheckSubscription(SubscriptionSpec subscription, InboundPolicy policy, IReadOnlySet<string> deadLetterTopics)
    {
        if (!on)
            return;

        if (subscription.DeadLetterTopic.Length == 0 && !deadLetterTopics.Contains(subscription.Topic))
            throw subscription.Refuse("has no dead letter topic, so an event is lost when its policy is exhausted.");

        if (policy.Retry is null)
            throw subscription.Refuse($"has no inbound retry policy for '{subscription.PubSubName}', so an event is given up at the first failure.");
    }

    public void CheckComponent(ComponentSpec component)
    {
        if (!on)
            return;

        if (component.Type is ComponentKeys.State or ComponentKeys.Lock && component.Text("keyPrefix") is null)
            throw component.Refuse("keyPrefix", "is missing: by default no app sees another's keys. Say which is meant.");

        if (component.Type == ComponentKeys.State && component.Text("writeTimeout") is not null)
            throw component.Refuse("writeTimeout", "makes Dapr run each operation of a transaction twice.");
    }

    private static void CheckItem(StateItem item)
    {
        CheckValue(item);
        var concurrency = item.Options?.Concurrency ?? StateOptions.Types.StateConcurrency.ConcurrencyUnspecified;
        if (string.IsNullOrEmpty(item.Etag?.Value) && concurrency != StateOptions.Types.StateConcurrency.ConcurrencyLastWrite)
        {
            throw DaprError.Strict(concurrency == StateOptions.Types.StateConcurrency.ConcurrencyFirstWrite
                ? "first-write without an etag guards only keys that were always written so; insert with the etag \"-1\"."
                : "a save needs an etag (\"-1\" to insert), or the option last-write where losing another's write is meant.");
        }
    }

    private static void CheckValue(StateItem item)
    {
        if (item.Metadata.ContainsKey("contentType"))
            throw DaprError.Strict("the metadata contentType changes the layout in Redis, or re-encodes the value with losses.");

        if (item.Value.Length > LargestState)
            throw DaprError.Strict("state above 1 MB belongs in the blob store.");
    }

    private static JsonDocument? Parse(Publication publication)
    {
        try
        {
            return JsonDocument.Parse(publication.Data.Memory);
        }
        catch (JsonException)
        {
            throw DaprError.Strict("the data is not the JSON its content type promises; Dapr would store it as text.");
        }
    }

    private static bool HasInexactInteger(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(m => HasInexactInteger(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasInexactInteger),
        JsonValueKind.Number => !element.TryGetInt64(out var number)
            ? element.GetRawText().All(char.IsAsciiDigit)
            : number is > LargestExactInteger or < -LargestExactInteger,
        _ => false,
    };
}
