using Dapr.AppCallback.Autogen.Grpc.v1;

namespace Backoffice.LocalDapr.Resources;

internal enum SubscriptionKind
{
    Declarative,
    Programmatic,
    Streaming,
}

/// <summary>A subscription, whoever declared it: a Subscription resource, the app's own list, or an open stream.</summary>
internal sealed record SubscriptionSpec(
    string Origin, SubscriptionKind Kind, string PubSubName, string Topic, string Path, string DeadLetterTopic,
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string> Scopes)
{
    public bool RawPayload => Metadata.TryGetValue("rawPayload", out var raw) && bool.TryParse(raw, out var flag) && flag;

    public bool VisibleTo(string appId) => Scopes.Count == 0 || Scopes.Contains(appId, StringComparer.Ordinal);

    public ResourceException Refuse(string why) => Refuse(Origin, Topic, why);

    public static SubscriptionSpec From(string appId, TopicSubscription asked)
    {
        var origin = $"app '{appId}'";
        if (asked.Routes?.Rules.Count > 0)
            throw NoRules(origin, asked.Topic);

        if (asked.BulkSubscribe?.Enabled == true)
            throw NoBulk(origin, asked.Topic);

        return new(origin, SubscriptionKind.Programmatic, asked.PubsubName, asked.Topic, asked.Routes?.Default ?? "", asked.DeadLetterTopic,
            asked.Metadata, []);
    }

    public static SubscriptionSpec From(YamlMap document)
    {
        document.Know("apiVersion", "kind", "metadata", "spec", "scopes");
        var spec = document.Map("spec") ?? throw document.Refuse("spec", "is missing.");
        spec.Know("pubsubname", "topic", "route", "routes", "deadLetterTopic", "metadata", "bulkSubscribe");
        var (pubsub, topic) = (spec.Required("pubsubname"), spec.Required("topic"));

        if (spec.Map("routes")?.Maps("rules").Any() == true)
            throw NoRules(document.File, topic);

        if (spec.Map("bulkSubscribe")?.Text("enabled") == "true")
            throw NoBulk(document.File, topic);

        var metadata = spec.Map("metadata");
        return new(document.File, SubscriptionKind.Declarative, pubsub, topic, spec.Text("route") ?? spec.Map("routes")?.Text("default") ?? "",
            spec.Text("deadLetterTopic") ?? "", metadata?.Keys.ToDictionary(k => k, k => metadata.Text(k) ?? "") ?? [], document.Texts("scopes"));
    }

    private static ResourceException NoRules(string origin, string topic) =>
        Refuse(origin, topic, "has routing rules, which the local runtime does not evaluate; use one route and decide in the handler.");

    private static ResourceException NoBulk(string origin, string topic) =>
        Refuse(origin, topic, "asks for bulk delivery, which the local runtime does not offer.");

    private static ResourceException Refuse(string origin, string topic, string why) => new($"{origin}: the subscription to '{topic}' {why}");
}
