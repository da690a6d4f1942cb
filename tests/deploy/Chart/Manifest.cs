using System.Text.Json.Nodes;
using Backoffice.Testing;
using k8s;
using YamlDotNet.Serialization;

namespace Backoffice.Deploy.Tests.Chart;

/// <summary>One Kubernetes object of a rendered file.</summary>
internal sealed record Manifest(string Text, JsonObject Body)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    public string Kind => Body["kind"]!.ToString();

    public string Name => Body["metadata"]!["name"]!.ToString();

    public static IReadOnlyList<Manifest> OfInstallation(string installation) => Of(File.ReadAllText(RepositoryFiles.Path($"deploy/rendered/{installation}.yaml")));

    public static IReadOnlyList<Manifest> Of(string documents) => [.. documents.Split("\n---\n").Where(d => d.Contains("kind:", StringComparison.Ordinal)).Select(d => new Manifest(d, Read(d).AsObject()))];

    /// <summary>The objects of one kind, as the official client has them.</summary>
    public static IReadOnlyList<T> All<T>(string installation) => [.. OfInstallation(installation).Where(m => $"V1{m.Kind}" == typeof(T).Name || $"V2{m.Kind}" == typeof(T).Name).Select(m => m.As<T>())];

    /// <summary>Any YAML, with every scalar as text and every map in the order of its keys, so that equal ones look equal.</summary>
    public static JsonNode Read(string yaml) => NodeOf(Yaml.Deserialize<object?>(yaml))!;

    /// <exception cref="YamlDotNet.Core.YamlException">The object has a field that Kubernetes does not know, or one twice.</exception>
    public T As<T>() => KubernetesYaml.Deserialize<T>(Text, strict: true);

    /// <summary>Paths of all values, with `[]` for the items of lists.</summary>
    public static IEnumerable<string> Paths(JsonNode? node, string path = "") => node switch
    {
        JsonObject map when map.Count > 0 => map.SelectMany(e => Paths(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}")),
        JsonArray list when list.Count > 0 => list.SelectMany(i => Paths(i, $"{path}[]")),
        _ => [path],
    };

    private static JsonNode? NodeOf(object? value) => value switch
    {
        null => null,
        IDictionary<object, object?> map => new JsonObject(map.OrderBy(e => e.Key.ToString(), StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key.ToString()!, NodeOf(e.Value)))),
        IEnumerable<object?> list => new JsonArray([.. list.Select(NodeOf)]),
        _ => JsonValue.Create(value.ToString()),
    };
}
