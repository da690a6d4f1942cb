namespace Backoffice.LocalDapr.Resources;

/// <summary>The policy of deliveries from one pub/sub component; without a retry policy daprd tries exactly once.</summary>
internal sealed record InboundPolicy(RetryPolicy? Retry, TimeSpan? Timeout)
{
    public static readonly InboundPolicy Once = new(null, null);
}

/// <summary>
/// One Resiliency resource. Only what the runtime applies is accepted: the inbound policy of components. Retry policies of apps
/// are read and checked because production needs them in the same file; DEVIATIONS.md says that they are not applied here.
/// </summary>
internal sealed class ResiliencySpec
{
    private readonly Dictionary<string, InboundPolicy> _inbound = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _scopes;

    public ResiliencySpec(YamlMap document)
    {
        document.Know("apiVersion", "kind", "metadata", "spec", "scopes");
        _scopes = document.Texts("scopes");
        var spec = document.Map("spec") ?? throw document.Refuse("spec", "is missing.");
        spec.Know("policies", "targets");

        var policies = spec.Map("policies");
        policies?.Know("retries", "timeouts");
        var retries = Named(policies?.Map("retries"), (map, name) => RetryPolicy.From(map.Map(name) ?? throw map.Refuse(name, "must be a mapping.")));
        var timeouts = Named(policies?.Map("timeouts"), RetryPolicy.Duration);

        var targets = spec.Map("targets");
        targets?.Know("apps", "components");
        foreach (var (map, name) in Entries(targets?.Map("apps")))
            Resolve(map.Map(name) ?? throw map.Refuse(name, "must be a mapping."), retries, timeouts);

        foreach (var (map, name) in Entries(targets?.Map("components")))
            _inbound[name] = Inbound(map.Map(name) ?? throw map.Refuse(name, "must be a mapping."), retries, timeouts);
    }

    public InboundPolicy? Inbound(string component, string appId) =>
        _scopes.Count == 0 || _scopes.Contains(appId, StringComparer.Ordinal) ? _inbound.GetValueOrDefault(component) : null;

    private static InboundPolicy Inbound(YamlMap target, Dictionary<string, RetryPolicy> retries, Dictionary<string, TimeSpan?> timeouts)
    {
        if (target.Map("outbound") is not null)
            throw target.Refuse("outbound", "is not applied by the local runtime; calls to components are made once.");

        target.Know("inbound");
        return target.Map("inbound") is { } inbound ? Resolve(inbound, retries, timeouts) : InboundPolicy.Once;
    }

    private static InboundPolicy Resolve(YamlMap target, Dictionary<string, RetryPolicy> retries, Dictionary<string, TimeSpan?> timeouts)
    {
        target.Know("retry", "timeout");
        return new(Lookup(target, "retry", retries), Lookup(target, "timeout", timeouts));
    }

    private static T? Lookup<T>(YamlMap target, string key, Dictionary<string, T> policies) =>
        target.Text(key) is not { } name
            ? default
            : policies.TryGetValue(name, out var policy) ? policy : throw target.Refuse(key, $"names the policy '{name}', which the file does not define.");

    private static Dictionary<string, T> Named<T>(YamlMap? map, Func<YamlMap, string, T> read)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (owner, name) in Entries(map))
        {
            // daprd applies policies of these names to targets that never mention them.
            if (name.StartsWith("Default", StringComparison.Ordinal) || name.StartsWith("DaprBuiltIn", StringComparison.Ordinal))
                throw owner.Refuse(name, "overrides a default policy of Dapr, which the local runtime does not apply; name the policy in a target.");

            named[name] = read(owner, name);
        }

        return named;
    }

    private static IEnumerable<(YamlMap Map, string Name)> Entries(YamlMap? map) => map?.Keys.Select(name => (map, name)) ?? [];
}
