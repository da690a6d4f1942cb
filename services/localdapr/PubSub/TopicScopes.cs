using Backoffice.LocalDapr.Resources;

namespace Backoffice.LocalDapr.PubSub;

/// <summary>Which app may publish to and subscribe to which topic of a component.</summary>
internal sealed class TopicScopes(ComponentSpec component)
{
    private readonly string[] _allowed = List(component.Text("allowedTopics"), ',');
    private readonly string[] _protected = List(component.Text("protectedTopics"), ',');
    private readonly Dictionary<string, string[]> _publishers = ByApp(component, "publishingScopes");
    private readonly Dictionary<string, string[]> _subscribers = ByApp(component, "subscriptionScopes");

    public bool MayPublish(string appId, string topic) => May(_publishers, appId, topic);

    public bool MaySubscribe(string appId, string topic) => May(_subscribers, appId, topic);

    private bool May(Dictionary<string, string[]> scopes, string appId, string topic)
    {
        if (_allowed.Length > 0 && !_allowed.Contains(topic, StringComparer.Ordinal))
            return false;

        // An app that no scope names is free, except on protected topics.
        return scopes.TryGetValue(appId, out var topics)
            ? topics.Contains(topic, StringComparer.Ordinal)
            : !_protected.Contains(topic, StringComparer.Ordinal);
    }

    private static Dictionary<string, string[]> ByApp(ComponentSpec component, string key)
    {
        var byApp = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var scope in List(component.Text(key), ';'))
        {
            var parts = scope.Split('=');
            if (parts.Length != 2)
                throw component.Refuse(key, $"must look like app=topic,topic;app=topic, not '{scope}'.");

            byApp[parts[0].Trim()] = List(parts[1], ',');
        }

        return byApp;
    }

    private static string[] List(string? text, char separator) =>
        (text ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
