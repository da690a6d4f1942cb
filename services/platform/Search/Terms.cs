using System.Globalization;
using System.Text;

namespace Backoffice.Platform.Search;

/// <summary>
/// Cuts text into pairs of neighbouring characters, so that a word of any length is found as a substring in any script:
/// most Chinese words have two characters, which three-letter indexes cannot find (measured, docs/adr/0003). Case, width and
/// the form of brackets do not count: 国办发〔1996〕2号, 国办发[1996]2号 and 国办发１９９６２号 are the same words.
/// </summary>
public static class Terms
{
    /// <summary>Stands between runs of text; no word contains it, so no word is found across a comma or a line.</summary>
    public const char Break = '_';

    /// <summary>The text's runs of letters and digits, folded; what is not a letter or digit either vanishes or ends a run.</summary>
    public static IEnumerable<string> Runs(string text)
    {
        var run = new StringBuilder();
        foreach (var rune in Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber)
                run.Append(rune.ToString());
            else if (EndsRun(rune) && run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
        }
        if (run.Length > 0)
            yield return run.ToString();
    }

    /// <summary>The pairs of one run in order, or the run itself when it is one character.</summary>
    public static IReadOnlyList<string> Pairs(string run)
    {
        var runes = run.EnumerateRunes().Select(r => r.ToString()).ToArray();
        if (runes.Length < 2)
            return runes;
        var pairs = new string[runes.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = runes[i] + runes[i + 1];
        return pairs;
    }

    /// <summary>Each character of a run once; a word of one character is found by them.</summary>
    public static IEnumerable<string> Characters(IEnumerable<string> runs) => runs.SelectMany(r => r.EnumerateRunes()).Distinct().Select(r => r.ToString());

    /// <summary>The words of a query: blanks separate them, and each is folded like the text it is looked for in.</summary>
    public static IReadOnlyList<string> Words(string query) =>
        [.. query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(Runs).Distinct()];

    /// <summary>True for the common ideographs, which are folded to themselves; of other characters it has to be tried.</summary>
    internal static bool IsFolded(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF;

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    // Brackets, book-title marks, quotation marks, hyphens and blanks stand inside numbers and names as printed, in many forms.
    internal static bool EndsRun(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherPunctuation => rune.Value is not ('"' or '\'' or '·' or '*' or '#' or '&' or '@' or '%'),
        UnicodeCategory.Control => rune.Value is '\n' or '\r',
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => false,
    };
}
