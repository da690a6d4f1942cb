using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Format;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Proofreading.Agreement;

/// <summary>How many things a text says that follow, and how many do: 以下三项, then 一是 to 四是, or 一、 to 四、.</summary>
internal static partial class Counts
{
    public static IEnumerable<ProofFinding> In(ProofText text) => text.Texts().SelectMany(In);

    private static IEnumerable<ProofFinding> In(IReadOnlyList<Passage> passages)
    {
        var headings = passages.Select(Heading.Of).ToArray();
        for (var i = 0; i < passages.Count; i++)
            foreach (Match said in Said().Matches(passages[i].Wording))
                if (Number(said.Groups["number"].Value) is > 1 and var number && Following(passages[i].Wording[said.Index..], headings.AsSpan(i + 1)) is > 1 and var follow && follow != number)
                    yield return new("DOC-P03", FindingKind.Figures, Certainty.Hint, passages[i].At(said), said.Value, $"其后为{follow}项", $"{follow} follow");
    }

    // In the same paragraph, or else as headings from the next one on.
    private static int Following(string rest, Span<Heading?> headings)
    {
        var items = Enumerations.In(rest).Select(o => ChineseOrdinals.Parse(o.Value)).ToArray();
        if (items is [1, ..])
            return items.Max();
        if (headings is not [{ Number: 1 } first, ..])
            return 0;
        var last = 0;
        foreach (var heading in headings)
        {
            if (heading is null || heading.Level > first.Level)
                continue;
            if (heading.Level < first.Level || heading.Number != last + 1)
                break;
            last++;
        }
        return last;
    }

    private static int Number(string number) => number == "两" ? 2 : int.TryParse(number, CultureInfo.InvariantCulture, out var figures) ? figures : ChineseOrdinals.Parse(number);

    [GeneratedRegex(@"(?:以下|下列|如下)(?<number>[两一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:个方面|方面|点|项|条)(?!以[上下])", RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
