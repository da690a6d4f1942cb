using System.Text.RegularExpressions;

namespace Backoffice.Proofreading.Format;

/// <summary>一是…；二是… within a paragraph.</summary>
internal static partial class Enumerations
{
    /// <summary>The ordinals, in order.</summary>
    public static IEnumerable<Group> In(string wording) => Item().Matches(wording).Select(m => m.Groups["ordinal"]);

    [GeneratedRegex(@"(?<ordinal>[一二三四五六七八九十]{1,2})(?<=(?:^\s*|[，。；：,;:、）])[一二三四五六七八九十]{1,2})是(?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
