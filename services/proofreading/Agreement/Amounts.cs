using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;

namespace Backoffice.Proofreading.Agreement;

/// <summary>Amounts that are stated twice in one text: in figures and in capitals (大写), or under the same label in two places.</summary>
internal static partial class Amounts
{
    private const decimal Fen = 0.005m;

    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(Capitals).Concat(Labelled(text));

    private static IEnumerable<ProofFinding> Capitals(Passage passage)
    {
        foreach (Match both in FiguresFirst().Matches(passage.Wording).Concat(CapitalsFirst().Matches(passage.Wording)))
        {
            var (figures, capitals) = (Money.Yuan(both), Money.OfCapitals(both.Groups["capital"].Value));
            if (Math.Abs(figures - capitals) >= Fen)
                yield return new("DOC-P03", FindingKind.Figures, Certainty.Error, passage.At(both), both.Value, $"大写为{Money.In(capitals, "元")}元，小写为{Money.In(figures, "元")}元", $"In capitals it is {Money.In(capitals, "元")} yuan, in figures {Money.In(figures, "元")}");
        }
    }

    // Which of the two is right nobody can tell from the text.
    private static IEnumerable<ProofFinding> Labelled(ProofText text)
    {
        foreach (var same in text.Texts().SelectMany(t => t).SelectMany(p => Label().Matches(p.Wording).Select(m => (Passage: p, Match: m))).GroupBy(s => s.Match.Groups["label"].Value))
        {
            var (first, others) = (same.First(), same.Skip(1));
            foreach (var (passage, other) in others.Where(o => Money.Yuan(o.Match) != Money.Yuan(first.Match)))
            {
                var place = other.Groups["amount"];
                yield return new("DOC-P03", FindingKind.Figures, Certainty.Hint, passage.At(place.Index, place.Length + other.Groups["unit"].Length), place.Value + other.Groups["unit"].Value,
                    $"“{same.Key}”前文为{first.Match.Groups["amount"].Value}{first.Match.Groups["unit"].Value}", $"{same.Key} was {first.Match.Groups["amount"].Value}{first.Match.Groups["unit"].Value} before");
            }
        }
    }

    [GeneratedRegex(Money.Pattern + @"\s*[（(，,]?\s*(?:人民币)?大写[：:]?\s*(?:人民币)?" + Money.CapitalPattern, RegexOptions.CultureInvariant)]
    private static partial Regex FiguresFirst();

    [GeneratedRegex(Money.CapitalPattern + @"整?\s*[（(]\s*(?:小写)?[：:]?\s*(?:[¥￥]\s*" + Money.Figure + "(?<unit>)|" + Money.Pattern + ")", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalsFirst();

    // A limit, a standard and what each gets are one amount a case: 对单家企业的补贴上限为50万元.
    [GeneratedRegex(@"(?<=^|[，。；：、（])(?<label>(?!对|每|按|最高|最低)[\u4E00-\u9FFF]{4,20}(?<!上限|下限|最高|最低|标准))(?:为|是|共计|合计)(?:人民币)?" + Money.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
