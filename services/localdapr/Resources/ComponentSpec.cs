using System.Globalization;

namespace Backoffice.LocalDapr.Resources;

/// <summary>One Component resource. Metadata values are resolved: a secret reference has become its secret.</summary>
internal sealed record ComponentSpec(
    string File, string Name, string Type, string Version, IReadOnlyList<string> Scopes, IReadOnlyDictionary<string, string> Metadata)
{
    public bool VisibleTo(string appId) => Scopes.Count == 0 || Scopes.Contains(appId, StringComparer.Ordinal);

    public string? Text(string key) => Metadata.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    public int Number(string key, int otherwise) => Text(key) is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refuse(key, $"must be a whole number, not '{text}'.");

    public int Positive(string key, int otherwise) =>
        Number(key, otherwise) is > 0 and var number ? number : throw Refuse(key, "must be at least 1.");

    public bool Flag(string key) => Text(key) is { } text
        && (bool.TryParse(text, out var flag) ? flag : text == "1" || (text == "0" ? false : throw Refuse(key, $"must be true or false, not '{text}'.")));

    public TimeSpan Time(string key, TimeSpan otherwise) => Text(key) is not { } text
        ? otherwise
        : GoDuration.TryParseMilliseconds(text, out var time) || GoDuration.TryParse(text, out time)
            ? time
            : throw Refuse(key, $"must be a duration or bare milliseconds, not '{text}'.");

    public ResourceException Refuse(string key, string why) => new($"{File}: component '{Name}': metadata '{key}' {why}");
}
