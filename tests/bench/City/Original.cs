using System.Globalization;
using System.Text.RegularExpressions;

namespace Backoffice.Bench.City;

/// <summary>One document whose matter the suite itself brought to its end, or that was only registered, and what is told apart in what it wrote: keys, people, posts, units, moments.</summary>
/// <param name="Matter">Empty where it was only registered.</param>
/// <param name="Times">When it was registered, and when each act was done.</param>
internal sealed partial record Original(Guid Document, Guid Matter, IReadOnlyList<DateTimeOffset> Times)
{
    /// <summary>Clocks and formats keep more digits or fewer.</summary>
    private static readonly TimeSpan Accuracy = TimeSpan.FromTicks(100);

    /// <summary>What is due after all acts is due so long after the registration: when it was of the original, is by the day on which that was made.</summary>
    private static readonly TimeSpan UntilDue = TimeSpan.FromDays(3);

    /// <summary>Why it is due then.</summary>
    public const string DueExplanation = "收文之日起3日内";

    /// <summary>What a cast has in place of a text of the original; null where it has the same.</summary>
    public Func<Cast, string>? PlaceOf(string text)
    {
        var parts = new List<Func<Cast, string>>();
        var at = 0;
        foreach (Match match in Told().Matches(text))
        {
            if (PlaceOf(match) is not { } place)
                continue;
            Keep(match.Index);
            parts.Add(place);
            at = match.Index + match.Length;
        }
        if (parts.Count == 0)
            return null;
        Keep(text.Length);
        if (parts.Count == 1)
            return parts[0];
        var all = parts.ToArray();
        return cast =>
        {
            var texts = new string[all.Length];
            for (var i = 0; i < all.Length; i++)
                texts[i] = all[i](cast);
            return string.Concat(texts);
        };

        void Keep(int end)
        {
            if (end == at)
                return;
            var same = text[at..end];
            parts.Add(_ => same);
        }
    }

    /// <summary>The same of a moment: that of the act it belongs to, or when it is due.</summary>
    public Func<Cast, DateTimeOffset> PlaceOf(DateTimeOffset time)
    {
        for (var act = 0; act < Times.Count; act++)
        {
            if (time <= Times[act] + Accuracy)
            {
                var number = act;
                return cast => cast.Times[number];
            }
        }
        return cast => cast.Times[0] + UntilDue;
    }

    private Func<Cast, string>? PlaceOf(Match match)
    {
        if (match.Groups["time"].Success)
        {
            var place = PlaceOf(DateTimeOffset.Parse(match.Value.Replace("\\u002B", "+", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            return cast => place(cast).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        }
        if (match.Groups["due"].Success)
            return _ => $"\"DueExplanation\":\"{DueExplanation}\"";
        if (match.Groups["id"].Success)
        {
            var id = Guid.Parse(match.Value);
            return id == Document ? c => c.DocumentText : id == Matter ? c => c.MatterText : null;
        }
        if (match.Groups["name"].Success)
            return Parts.OfPerson(match.Groups["name"].Value) is { } named ? c => c.Of(named).DisplayName : null;
        if (match.Groups["kind"].Value == "units")
            return Parts.OfUnit(match.Value) is { } unit ? c => c.Of(unit).Unit : null;
        if (Parts.OfPerson(match.Groups["who"].Value) is not { } part)
            return null;
        return match.Groups["kind"].Value == "people" ? c => c.Of(part).Person : c => c.Of(part).Post;
    }

    [GeneratedRegex("""
        (?<kind>people|posts|units)/(?<who>[a-z][a-z0-9-]*)
        |name-of-(?<name>[a-z-]+)
        |(?<id>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})
        |(?<due>"DueExplanation":"[^"]+")
        |(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:\+|\\u002B)00:00)
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Told();
}
