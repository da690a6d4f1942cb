using System.Text.RegularExpressions;
using Google.Api;

namespace Backoffice.Gateway.Routing;

/// <summary>Reads the paths of a `google.api.http` annotation.</summary>
internal static partial class HttpPaths
{
    /// <summary>Method and path of a rule and its additional bindings.</summary>
    public static IEnumerable<(string Method, string Path)> Of(HttpRule rule) => new[] { rule }.Concat(rule.AdditionalBindings).Select(r => r.PatternCase switch
    {
        HttpRule.PatternOneofCase.Get => ("GET", r.Get),
        HttpRule.PatternOneofCase.Post => ("POST", r.Post),
        HttpRule.PatternOneofCase.Patch => ("PATCH", r.Patch),
        HttpRule.PatternOneofCase.Put => ("PUT", r.Put),
        HttpRule.PatternOneofCase.Delete => ("DELETE", r.Delete),
        _ => throw new NotSupportedException($"The HTTP pattern {r.PatternCase} is not used by the contract."),
    });

    /// <summary>
    /// The path as a route template: `/v1/{name=rooms/*}:open` becomes `/v1/rooms/{p0}:open`. <paramref name="fixedPart"/>
    /// stands for the first `*`, where the route is one service's only.
    /// </summary>
    public static string ToTemplate(string path, string? fixedPart = null)
    {
        var parameter = 0;
        return Variable().Replace(path, variable => Star().Replace(variable.Groups["pattern"].Value, _ =>
            parameter++ == 0 && fixedPart is not null ? fixedPart : $"{{p{parameter}}}"));
    }

    [GeneratedRegex(@"\{[A-Za-z0-9_.]+=(?<pattern>[^}]+)\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\*")]
    private static partial Regex Star();
}
