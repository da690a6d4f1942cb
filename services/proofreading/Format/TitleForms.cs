using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Documents;

namespace Backoffice.Proofreading.Format;

/// <summary>标题: ends with its kind, without punctuation, and names its matter by 关于…的.</summary>
internal static partial class TitleForms
{
    public static IEnumerable<ProofFinding> In(ProofText text) => text.Passages().Where(p => p.Element == Element.Title).Take(1).SelectMany(title => In(title, text.Title));

    private static IEnumerable<ProofFinding> In(Passage passage, string title)
    {
        var wording = Blank().Replace(title, "");
        if (End().Match(title) is { Success: true } end)
            yield return new("TXT-01", FindingKind.Title, Certainty.Error, end.Index < passage.Wording.Length ? passage.At(end) : passage.Whole, end.Value, "标题末尾不加标点", "A title ends without punctuation")
            {
                Suggestion = end.Index < passage.Wording.Length ? "" : null,
            };
        foreach (Match mark in Within().Matches(passage.Wording))
            yield return new("TXT-01", FindingKind.Title, Certainty.Hint, passage.At(mark), mark.Value, "标题中一般不用此标点", "A title has no such punctuation as a rule");
        if (Genres.OfTitle(End().Replace(wording, "")) is null && !Regulation().IsMatch(wording))
            yield return new("DOC-E07", FindingKind.Title, Certainty.Hint, passage.Whole, passage.Wording, "标题应当以文种结尾", "A title ends with the kind of document");
        if (WithoutOf().Match(title) is { Success: true } kind && kind.Index < passage.Wording.Length)
            yield return new("DOC-E07", FindingKind.Title, Certainty.Hint, passage.At(kind.Groups["kind"]), kind.Groups["kind"].Value, "文种前一般有“的”", "的 stands before the kind of document")
            {
                Suggestion = $"的{kind.Groups["kind"].Value}",
            };
        if (Twice().Match(passage.Wording) is { Success: true } twice)
            yield return new("DOC-E07", FindingKind.Title, Certainty.Hint, passage.At(twice), twice.Value, "文种重复", "The kind of document is said twice") { Suggestion = twice.Value[..(twice.Length / 2)] };
    }

    [GeneratedRegex(@"[。，、；：！,;:!.]+\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    // Issued with an order or a notice; answers to deputies are titled so too.
    [GeneratedRegex(@"(?:条例|办法|规定|细则|规则|规程|章程|方案|要点|答复)(?:（[^（）]*）)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Regulation();

    [GeneratedRegex(@"[。；！!](?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(@"关于[^《》]+[^的》〉”）)令号](?<!紧急|补充|重要|联合|预备)(?<kind>通知|请示|批复|决定|通报|通告|公告)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutOf();

    [GeneratedRegex(@"(?<of>的(?:通知|请示|批复|报告|决定|通报|意见))\k<of>", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
