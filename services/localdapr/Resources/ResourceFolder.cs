namespace Backoffice.LocalDapr.Resources;

/// <summary>The production YAML, read once at the start. Everything in it is either honoured or refused.</summary>
internal sealed class ResourceFolder
{
    /// <summary>Sections of a Configuration that daprd and Kubernetes act on; DEVIATIONS.md lists that they have no effect here.</summary>
    private static readonly string[] ConfigurationSections = ["tracing", "metric", "metrics", "mtls", "accessControl", "logging", "features", "api"];

    private readonly List<ResiliencySpec> _resiliency = [];
    private readonly List<YamlMap> _components = [];

    private ResourceFolder(string path)
    {
        foreach (var document in Files(path).SelectMany(YamlMap.Documents))
            Sort(document);
    }

    public IReadOnlyList<ComponentSpec> Components { get; private set; } = [];

    public List<SubscriptionSpec> Subscriptions { get; } = [];

    public static ResourceFolder Read(string path, SecretLookup secrets)
    {
        if (!Directory.Exists(path))
            throw new ResourceException($"The resource folder '{path}' does not exist.");

        var folder = new ResourceFolder(path);
        folder.Components = [.. folder._components.Select(c => ReadComponent(c, secrets))];
        if (folder.Components.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ResourceException($"{twice.Last().File}: the component '{twice.Key}' is already declared in {twice.First().File}.");

        return folder;
    }

    public InboundPolicy Inbound(string component, string appId) =>
        _resiliency.Select(r => r.Inbound(component, appId)).FirstOrDefault(p => p is not null) ?? InboundPolicy.Once;

    private static IEnumerable<string> Files(string path) => Directory
        .EnumerateFiles(path, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
        .Order(StringComparer.Ordinal);

    private void Sort(YamlMap document)
    {
        switch (document.Required("kind"))
        {
            case "Component":
                _components.Add(document);
                break;
            case "Subscription":
                Subscriptions.Add(SubscriptionSpec.From(document));
                break;
            case "Resiliency":
                _resiliency.Add(new ResiliencySpec(document));
                break;
            case "Configuration":
                document.Know("apiVersion", "kind", "metadata", "spec");
                document.Map("spec")?.Know(ConfigurationSections);
                break;
            case var other:
                throw document.Refuse("kind", $"is '{other}'; the local runtime reads Component, Subscription, Resiliency and Configuration.");
        }
    }

    private static ComponentSpec ReadComponent(YamlMap document, SecretLookup secrets)
    {
        document.Know("apiVersion", "kind", "metadata", "spec", "scopes", "auth");
        var name = (document.Map("metadata") ?? throw document.Refuse("metadata", "is missing.")).Required("name");
        var spec = document.Map("spec") ?? throw document.Refuse("spec", "is missing.");
        spec.Know("type", "version", "metadata", "ignoreErrors", "initTimeout");
        var type = spec.Required("type");
        if (!ComponentKeys.IsKnownType(type))
            throw spec.Refuse("type", $"is '{type}', which the local runtime does not offer.");

        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in spec.Maps("metadata"))
        {
            var key = item.Required("name");
            if (!ComponentKeys.IsKnown(type, key))
                throw item.Refuse("name", $"is '{key}', which the local runtime does not understand for {type}.");

            metadata[key] = secrets.Resolve(item, document.Map("auth")?.Text("secretStore"), key);
        }

        return new(document.File, name, type, spec.Text("version") ?? "v1", document.Texts("scopes"), metadata);
    }
}
