using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Backoffice.LocalDapr.Resources;

/// <summary>A YAML mapping that knows where it stands, so that every complaint can name its file and key.</summary>
internal sealed class YamlMap(string file, string path, YamlMappingNode node)
{
    public string File => file;

    public IEnumerable<string> Keys => node.Children.Keys.Select(k => ((YamlScalarNode)k).Value ?? "");

    public static IEnumerable<YamlMap> Documents(string file)
    {
        var stream = new YamlStream();
        try
        {
            using var text = System.IO.File.OpenText(file);
            stream.Load(text);
        }
        catch (YamlException fault)
        {
            throw new ResourceException($"{file} is not YAML: {fault.Message}", fault);
        }

        return stream.Documents.Select(d => d.RootNode).OfType<YamlMappingNode>().Select(n => new YamlMap(file, "", n));
    }

    public ResourceException Refuse(string key, string why) => new($"{file}: '{Locate(key)}' {why}");

    public void Know(params string[] keys)
    {
        if (Keys.FirstOrDefault(k => !keys.Contains(k, StringComparer.Ordinal)) is { } unknown)
            throw Refuse(unknown, "is not a key the local runtime understands; it would be ignored, so it is refused.");
    }

    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        _ => throw Refuse(key, "must be a single value."),
    };

    public string Required(string key) =>
        Text(key) is { Length: > 0 } value ? value : throw Refuse(key, "is missing.");

    public YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(file, Locate(key), map),
        YamlScalarNode { Value: null or "" } => null,
        _ => throw Refuse(key, "must be a mapping."),
    };

    public IEnumerable<YamlMap> Maps(string key) => Items(key).Select((item, index) => item is YamlMappingNode map
        ? new YamlMap(file, $"{Locate(key)}[{index}]", map)
        : throw Refuse(key, "must be a list of mappings."));

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => item is YamlScalarNode { Value: { } value }
        ? value
        : throw Refuse(key, "must be a list of single values."))];

    private IList<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        YamlScalarNode { Value: null or "" } => [],
        _ => throw Refuse(key, "must be a list."),
    };

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    private string Locate(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
