using Backoffice.Proofreading.Characters;

namespace Backoffice.Proofreading.Tests.Training;

/// <summary>
/// The rows of the given lists that can be told without their sentence: the right phrase is a word or was seen in official
/// texts, the wrong one is no word and was never seen there.
/// </summary>
internal sealed class PhraseList(Counting counts, IReadOnlyList<string> texts)
{
    private readonly string _texts = string.Join('\n', texts);

    public string Make()
    {
        var rows = new List<string> { "# Made by tests/proofreading from the given lists; see README.md.", };
        foreach (var columns in Sources.Rows("proofreading/phrase-confusions.tsv").Where(r => !r.StartsWith('#')).Select(r => r.Split('\t')).Where(c => c.Length > 1))
            // Two characters may meet where two words do.
            if (columns[0].Length > 2 && IsClear(columns[0], columns[1]))
                rows.Add($"{columns[0]}\t{columns[1]}\tTXT-04\tError");
        foreach (var columns in Sources.Rows("proofreading/common-wrong-words.txt").Select(r => r.Split('-')).Where(c => c.Length == 2))
            if (IsClear(columns[1], columns[0]))
                rows.Add($"{columns[1]}\t{columns[0]}\tWRD-01\tHint");
        return string.Join('\n', rows.Distinct()) + "\n";
    }

    private bool IsClear(string wrong, string right) =>
        wrong.Length >= 2 && wrong != right && wrong.Concat(right).All(Line.IsHan) && !right.Contains(wrong, StringComparison.Ordinal)
        // The particles are a matter of the sentence.
        && wrong.Except(right).Concat(right.Except(wrong)).Any(c => !"的地得".Contains(c, StringComparison.Ordinal))
        && !_texts.Contains(wrong, StringComparison.Ordinal) && counts.OfWord(wrong) == 0
        && (counts.OfWord(right) > 0 || _texts.Contains(right, StringComparison.Ordinal));
}
