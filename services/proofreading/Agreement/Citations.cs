using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>引文: a document quoted by title and number, against the register and against the rest of the text.</summary>
public static partial class Citations
{
    // So many characters of a title may be slips; beyond them it is another document.
    private const int Slips = 4;

    /// <summary>Numbers that the text quotes documents by, as they are rightly written: what the register is to be asked for.</summary>
    public static IReadOnlyList<string> NumbersIn(ProofText text) =>
        [.. text.Passages().SelectMany(p => Quotation().Matches(p.Wording)).Select(q => Normal(q.Groups["number"].Value)).Distinct()];

    internal static IEnumerable<ProofFinding> In(ProofText text, IReadOnlyCollection<KnownDocument> register)
    {
        var before = new Dictionary<string, string>();
        foreach (var passage in text.Passages())
        {
            foreach (Match quoted in Quotation().Matches(passage.Wording))
            {
                var (title, number) = (quoted.Groups["title"], quoted.Groups["number"]);
                if ((AgainstRegister(passage, title, number, register) ?? AgainstText(passage, title, number, before)) is { } finding)
                    yield return finding;
                before.TryAdd(title.Value, Normal(number.Value));
            }
            foreach (Match turned in NumberFirst().Matches(passage.Wording))
                yield return new("DOC-P04", FindingKind.Citation, Certainty.Hint, passage.At(turned.Index - turned.Groups["code"].Length, turned.Length + turned.Groups["code"].Length), turned.Groups["code"].Value + turned.Value, "引用公文应当先引标题，后引发文字号", "A document is quoted by title, then number")
                {
                    Suggestion = $"{turned.Groups["title"].Value}（{turned.Groups["code"].Value}〔{turned.Groups["rest"].Value}）",
                };
        }
    }

    private static ProofFinding? AgainstRegister(Passage passage, Group title, Group number, IReadOnlyCollection<KnownDocument> register)
    {
        var known = register.Where(d => Normal(d.Number) == Normal(number.Value)).ToArray();
        if (known.Any(d => IsSame(d.Title, title.Value)))
            return null;
        if (known is not [var one])
            return null;
        var near = IsNear(one.Title, title.Value);
        return new("DOC-P04", FindingKind.Citation, near ? Certainty.Error : Certainty.Hint, passage.At(title), title.Value,
            $"收发文登记中{one.Number}为《{one.Title}》", $"The register has {one.Title} under {one.Number}")
        {
            Suggestion = near ? one.Title : null,
        };
    }

    private static ProofFinding? AgainstText(Passage passage, Group title, Group number, Dictionary<string, string> before) =>
        before.TryGetValue(title.Value, out var first) && first != Normal(number.Value)
            ? new("DOC-P04", FindingKind.Citation, Certainty.Hint, passage.At(number), number.Value, $"前文同一文件的发文字号为{first}", $"Before, the text had it under {first}")
            : null;

    // Titles are quoted with or without the name of the issuer.
    private static bool IsSame(string known, string quoted) => known.EndsWith(quoted, StringComparison.Ordinal) || quoted.EndsWith(known, StringComparison.Ordinal);

    private static bool IsNear(string known, string quoted)
    {
        if (Math.Abs(known.Length - quoted.Length) > Slips)
            return false;
        var (above, row) = (Enumerable.Range(0, quoted.Length + 1).ToArray(), new int[quoted.Length + 1]);
        for (var i = 1; i <= known.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= quoted.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (known[i - 1] == quoted[j - 1] ? 0 : 1));
            (above, row) = (row, above);
        }
        return above[^1] <= Slips;
    }

    private static string Normal(string number) => Blank().Replace(number, "").Replace('[', '〔').Replace(']', '〕').Replace('﹝', '〔').Replace('﹞', '〕').Replace('（', '〔').Replace('）', '〕').Replace('(', '〔').Replace(')', '〕');

    [GeneratedRegex(@"《(?<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》\s*[（(](?<number>[\u4E00-\u9FFF]{1,10}\s*[〔\[（(﹝][0-9]{4}[〕\]）)﹞]\s*[0-9]+\s*号)[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"〔(?<=(?:(?<![\u4E00-\u9FFF])|根据|按照|依据|依照|贯彻|落实|执行|印发)(?<code>[\u4E00-\u9FFF]{2,6}?)〔)(?<rest>[0-9]{4}〕[0-9]+号)(?:文件?)?(?<title>《[^《》]{6,80}》)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberFirst();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
