using Backoffice.LocalDapr.Resources;
using Grpc.Core;

namespace Backoffice.LocalDapr.State;

/// <summary>How a component turns the app's key into a Redis key; the default keeps every app to itself.</summary>
internal sealed class KeyPrefix(ComponentSpec component, string? @namespace)
{
    private const string Separator = "||";
    private readonly string _strategy = Strategy(component);

    public string State(string appId, string key) => _strategy switch
    {
        "none" => Check(key),
        "name" => $"{component.Name}{Separator}{Check(key)}",
        "appid" => $"{appId}{Separator}{Check(key)}",
        "namespace" => @namespace is null ? $"{appId}{Separator}{Check(key)}" : $"{@namespace}.{appId}{Separator}{Check(key)}",
        var literal => $"{literal}{Separator}{Check(key)}",
    };

    public string Lock(string appId, string resource) => _strategy == "none"
        ? $"lock{Separator}{Check(resource)}"
        : $"lock{Separator}{State(appId, resource)}";

    // daprd lower-cases literal prefixes as well.
    private static string Strategy(ComponentSpec component)
    {
        var strategy = component.Text("keyPrefix")?.ToLowerInvariant() ?? "appid";
        return strategy.Contains(Separator, StringComparison.Ordinal) ? throw component.Refuse("keyPrefix", "must not contain '||'.") : strategy;
    }

    private static string Check(string key) => key.Contains(Separator, StringComparison.Ordinal)
        ? throw DaprError.Create(StatusCode.InvalidArgument, "DAPR_STATE_ILLEGAL_KEY", $"input key/keyPrefix '{key}' can't contain '{Separator}'")
        : key;
}
