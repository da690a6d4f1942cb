namespace Backoffice.LocalDapr.Resources;

/// <summary>
/// Finds the value of a metadata item. A secret that Kubernetes keeps is read here from a folder (one folder per secret, one file
/// per key, as Kubernetes mounts them) or from the environment as NAME_KEY, so that the YAML itself never holds a password.
/// </summary>
internal sealed class SecretLookup(string? folder, bool addressIsGiven)
{
    public string Resolve(YamlMap item, string? secretStore, string key)
    {
        item.Know("name", "value", "secretKeyRef", "envRef");
        if (item.Text("envRef") is { } variable)
            return Environment.GetEnvironmentVariable(variable) ?? throw item.Refuse("envRef", $"names the variable {variable}, which is not set.");

        if (item.Map("secretKeyRef") is not { } reference)
            return item.Text("value") ?? "";

        reference.Know("name", "key");
        if (secretStore is not (null or "kubernetes"))
        {
            throw item.Refuse(
                "secretKeyRef", $"reads from the secret store '{secretStore}'; components read from 'kubernetes', which is a folder or the environment here.");
        }

        return Find(reference.Required("name"), reference.Text("key") ?? reference.Required("name"))
            ?? (addressIsGiven && key.StartsWith("redis", StringComparison.OrdinalIgnoreCase)
                ? ""
                : throw item.Refuse("secretKeyRef", $"of '{key}' is not found: set the variable {Variable(reference)}{FileHint(reference)}."));
    }

    private static string Variable(YamlMap reference) => Variable(reference.Required("name"), reference.Text("key") ?? reference.Required("name"));

    private static string Variable(string name, string key) =>
        string.Concat($"{name}_{key}".Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    private string FileHint(YamlMap reference) =>
        folder is null ? "" : $" or write the file {Path.Combine(folder, reference.Required("name"), reference.Text("key") ?? reference.Required("name"))}";

    private string? Find(string name, string key)
    {
        var file = folder is null ? null : Path.Combine(folder, name, key);
        return File.Exists(file) ? File.ReadAllText(file).TrimEnd('\n', '\r') : Environment.GetEnvironmentVariable(Variable(name, key));
    }
}
