using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Phrases;

/// <summary>Words and phrases that are often written wrongly, as a list; see README.md beside it.</summary>
internal static class FixedPhrases
{
    private const int Shortest = 2;

    private static readonly Lazy<ILookup<(char, char), Phrase>> List = new(() => Read().ToLookup(p => (p.Wrong[0], p.Wrong[1])));

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        for (var at = 0; at + Shortest <= passage.Wording.Length; at++)
        {
            var rest = passage.Wording.AsMemory(at);
            if (!List.Value.Contains((passage.Wording[at], passage.Wording[at + 1]))
                || List.Value[(passage.Wording[at], passage.Wording[at + 1])].Where(p => rest.Span.StartsWith(p.Wrong)).MaxBy(p => p.Wrong.Length) is not { } phrase)
                continue;
            yield return new(phrase.Rule, FindingKind.Phrase, phrase.Certainty, passage.At(at, phrase.Wrong.Length), phrase.Wrong, $"“{phrase.Wrong}”应为“{phrase.Right}”", $"{phrase.Right} is meant")
            {
                Suggestion = phrase.Right,
            };
            at += phrase.Wrong.Length - 1;
        }
    }

    private static IEnumerable<Phrase> Read() => new[] { "office.tsv", "phrases.tsv" }.SelectMany(RowsOf).Select(Phrase.Parse)
        .Concat(RowsOf("whole.tsv").SelectMany(right => WholePhrases.SlipsOf(right).Select(wrong => new Phrase(wrong, right, "DOC-P05", Certainty.Error)))).DistinctBy(p => p.Wrong);

    private static IEnumerable<string> RowsOf(string list)
    {
        using var file = new StreamReader(typeof(FixedPhrases).Assembly.GetManifestResourceStream(list)!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(r => r[0] != '#').Select(r => r.TrimEnd('\r'))];
    }
}

/// <summary>One row of the list.</summary>
internal sealed record Phrase(string Wrong, string Right, string Rule, Certainty Certainty)
{
    public static Phrase Parse(string row)
    {
        var columns = row.Split('\t');
        return new(columns[0], columns[1], columns[2], Enum.Parse<Certainty>(columns[3]));
    }
}
