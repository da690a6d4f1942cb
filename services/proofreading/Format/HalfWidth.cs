using System.Text.RegularExpressions;
using Backoffice.Proofreading.Characters;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Format;

/// <summary>Half-width punctuation between Chinese characters (GB/T 15834).</summary>
internal static partial class HalfWidth
{
    private const string Half = ",;:?!.()";
    private const string Full = "，；：？！。（）";

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match mark in Mark().Matches(passage.Wording))
            yield return FullWidth(mark, Full[Half.IndexOf(mark.Value, StringComparison.Ordinal)].ToString());
        foreach (var brackets in Brackets().Matches(passage.Wording).Where(m => m.Value.Any(Line.IsHan)))
        {
            yield return FullWidth(brackets.Groups["open"], "（");
            yield return FullWidth(brackets.Groups["close"], "）");
        }
        foreach (var quoted in Quoted().Matches(passage.Wording).Where(m => m.Value.Any(Line.IsHan)))
        {
            yield return FullWidth(quoted.Groups["open"], "“");
            yield return FullWidth(quoted.Groups["close"], "”");
        }

        ProofFinding FullWidth(Group mark, string full) =>
            new("PUN-01", FindingKind.Punctuation, Certainty.Error, passage.At(mark), mark.Value, "中文文稿使用全角标点", "Chinese text has full-width punctuation") { Suggestion = full };
    }

    // Not in times (8:30), decimals, addresses and Latin text.
    [GeneratedRegex(@"[,;:?!](?<=[\u4E00-\u9FFF”》）〕].)(?=[\u4E00-\u9FFF“《（0-9\s]|\z)|\.(?<=[\u4E00-\u9FFF”》）].)(?=\s*\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<open>\()[^()（）]*(?<close>\))", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("(?<open>\")[^\"“”]*(?<close>\")", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
