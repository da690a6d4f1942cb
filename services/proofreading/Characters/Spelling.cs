using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Characters;

/// <summary>错别字: characters that hardly stand where they are, beside one that is taken for them and does.</summary>
internal static partial class Spelling
{
    /// <summary>From this chance on it is an error, below it a hint.</summary>
    internal const double Error = 0.8;

    private const int LongestCode = 8;

    public static IEnumerable<ProofFinding> In(ProofText text)
    {
        var misspellings = new Misspellings(CharacterModel.Current);
        foreach (var passage in text.Passages().Where(p => p.Element != Element.AttachmentList))
        {
            // Codes of organs are made of characters that stand together nowhere else.
            var years = Year().Matches(passage.Wording);
            foreach (var slip in misspellings.In(passage.Wording).Where(s => !years.Any(y => y.Index - LongestCode <= s.Offset && s.Offset < y.Index)))
                yield return new("DOC-P05", FindingKind.Character, slip.Chance >= Error ? Certainty.Error : Certainty.Hint, passage.At(slip.Offset, 1), slip.Written.ToString(),
                    $"“{slip.Written}”疑为“{slip.Meant}”之误", string.Create(CultureInfo.InvariantCulture, $"{slip.Meant} is likely meant"))
                {
                    Suggestion = slip.Meant.ToString(),
                };
        }
    }

    [GeneratedRegex(@"[〔\[（(﹝][0-9]{4}[〕\]）)﹞]", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
