using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Proofreading.Format;

/// <summary>发文字号 within a text: 国发〔2026〕12号 (GB/T 9704 7.2.5).</summary>
internal static partial class NumberForms
{
    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().SelectMany(In);

    private static IEnumerable<ProofFinding> In(Passage passage)
    {
        foreach (Match number in Number().Matches(passage.Wording))
        {
            var before = number.Groups["before"].Length;
            var flaws = FlawsOf(number).ToArray();
            if (flaws.Length == 0)
                continue;
            var right = $"〔{number.Groups["year"].Value}〕{number.Groups["sequence"].Value.TrimStart('0')}号";
            yield return new("FMT-7.2.5", FindingKind.DocumentNumber, Certainty.Error, passage.At(number.Index - before, number.Length + before), passage.Wording.Substring(number.Index - before, number.Length + before),
                $"发文字号{string.Join("，", flaws.Select(f => f.Zh))}", $"Number of a document: {string.Join(", ", flaws.Select(f => f.En))}")
            {
                // A year of two figures may be of either century.
                Suggestion = number.Groups["year"].Length == 4 ? right : null,
            };
        }
    }

    private static IEnumerable<(string Zh, string En)> FlawsOf(Match number)
    {
        if (number.Groups["open"].Value != "〔" || number.Groups["close"].Value != "〕")
            yield return NumberFlaw.Brackets.Say();
        if (number.Groups["year"].Length != 4)
            yield return NumberFlaw.Year.Say();
        if (number.Groups["ordinal"].Length > 0)
            yield return NumberFlaw.Ordinal.Say();
        if (number.Groups["sequence"].ValueSpan.StartsWith("0"))
            yield return NumberFlaw.LeadingZero.Say();
        if (number.Groups["hao"].Length == 0)
            yield return NumberFlaw.WithoutHao.Say();
        if (number.Groups["before"].Length > 0 || number.Groups["blank"].Captures.Any(c => c.Length > 0))
            yield return ("中间不留空格", "it has no blanks");
    }

    // The code ends with what codes end with, so that a year in brackets after any other word is left alone; a list of sequences (〔2026〕3、4号) too.
    [GeneratedRegex(@"(?<open>[〔\[［(（【﹝{])(?<=[\u4E00-\u9FFF][发函字办文令规通公批复电审议报财预建教农卫交科环水民工商人监综政党组纪国法税质安林旅体土资产号秘委行](?<before>[ \u3000]*).)(?<year>(?:19|20)[0-9]{2}|[0-9]{2})(?<close>[〕\]］)）】﹞}])(?<blank>[ \u3000]*)(?<ordinal>第?)(?<blank>[ \u3000]*)(?<sequence>[0-9]{1,5})(?<blank>[ \u3000]*)(?:(?<hao>号)|(?![0-9号、\-—~～至和及.．%％]))", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
