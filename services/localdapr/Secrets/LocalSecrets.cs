using System.Collections;
using System.Text.Json;
using Backoffice.LocalDapr.Resources;
using Grpc.Core;

namespace Backoffice.LocalDapr.Secrets;

/// <summary>A secretstores.local.file or secretstores.local.env component; the file is read at the start, as daprd does.</summary>
internal sealed class LocalSecrets
{
    private readonly Dictionary<string, string> _secrets;

    public LocalSecrets(ComponentSpec component)
    {
        Component = component;
        _secrets = component.Type == ComponentKeys.SecretFile ? ReadFile(component) : ReadEnvironment(component.Text("prefix") ?? "");
    }

    public ComponentSpec Component { get; }

    public IReadOnlyDictionary<string, string> All => _secrets;

    public string Get(string key) => _secrets.TryGetValue(key, out var secret)
        ? secret
        : throw DaprError.Create(StatusCode.Internal, "ERR_SECRET_GET", $"failed getting secret with key {key} from secret store {Component.Name}");

    private static Dictionary<string, string> ReadFile(ComponentSpec component)
    {
        var path = component.Text("secretsFile") ?? throw component.Refuse("secretsFile", "is missing.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Flatten(document.RootElement, "", component.Text("nestedSeparator") ?? ":").ToDictionary(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            throw component.Refuse("secretsFile", $"names '{path}', which cannot be read as JSON.");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(JsonElement element, string name, string separator) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(m => Flatten(m.Value, name.Length == 0 ? m.Name : name + separator + m.Name, separator))
        : [KeyValuePair.Create(name, element.ToString())];

    private static Dictionary<string, string> ReadEnvironment(string prefix) => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Where(v => ((string)v.Key).StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(v => ((string)v.Key)[prefix.Length..], v => (string)v.Value!, StringComparer.Ordinal);
}
