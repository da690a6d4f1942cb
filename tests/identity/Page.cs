using System.Net;
using System.Text.RegularExpressions;

namespace Backoffice.Identity.Tests;

/// <summary>What a browser shows, or where it was sent when that is not the issuer's.</summary>
public sealed partial record Page(string Url, HttpStatusCode Status, string Body, HttpResponseMessage Response)
{
    public string Path => Url.Split('?')[0];

    /// <summary>A parameter of the address.</summary>
    public string? Query(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(Url.Contains('?', StringComparison.Ordinal) ? Url[Url.IndexOf('?', StringComparison.Ordinal)..] : "")
        .TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The hidden fields of the page's form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden => HiddenField().Matches(Body)
        .Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));

    /// <summary>What the page says went wrong; empty when nothing did.</summary>
    public string Problem => WebUtility.HtmlDecode(ProblemText().Match(Body).Groups["text"].Value).Trim();

    public string Header(string name) => Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    [GeneratedRegex("""<input name="(?<name>[^"]+)" type="hidden" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("""<(?<tag>p|ul) class="problem"[^>]*>(?<text>.*?)</\k<tag>>""", RegexOptions.Singleline)]
    private static partial Regex ProblemText();
}
