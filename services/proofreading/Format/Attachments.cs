using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Documents;

namespace Backoffice.Proofreading.Format;

/// <summary>附件: named in the list as they are titled, and listed where the text speaks of them (条例 第9条(十); GB/T 9704 7.3.4).</summary>
internal static partial class Attachments
{
    public static IEnumerable<ProofFinding> In(ProofText text) => Listed(text).Concat(Enclosed(text)).Concat(Mentioned(text));

    private static IEnumerable<ProofFinding> Listed(ProofText text)
    {
        foreach (var name in text.Passages().Where(p => p.Element == Element.AttachmentList))
        {
            if (AttachmentNames.Bare(name.Wording) is var bare && bare != name.Wording.Trim() && bare.Length > 0)
                yield return new("FMT-7.3.4", FindingKind.Attachment, Certainty.Error, name.Whole, name.Wording, "附件名称后不加标点符号", "The name of an attachment ends without punctuation") { Suggestion = bare };
            else if (text.AttachmentTitles.ElementAtOrDefault(name.Item) is not { } title)
            {
                // Titles need not be stated where the attachments themselves are there.
                if (text.AttachmentTitles.Count > 0 || text.Enclosed is null or [])
                    yield return new("DOC-E10", FindingKind.Attachment, Certainty.Error, name.Whole, name.Wording, $"附件说明第{name.Item + 1}项没有相应的附件", $"There is no attachment for item {name.Item + 1} of the list");
            }
            else if (AttachmentNames.Bare(title) is var right && right != bare)
                yield return new("DOC-E10", FindingKind.Attachment, Certainty.Error, name.Whole, name.Wording, $"与附件{name.Item + 1}标题“{title}”不一致", $"It is not the title of attachment {name.Item + 1}") { Suggestion = right };
        }
        foreach (var title in text.Passages().Where(p => p.Element == Element.AttachmentTitles && p.Item >= text.AttachmentList.Count))
            yield return new("DOC-E10", FindingKind.Attachment, Certainty.Error, title.Whole, title.Wording, "附件说明中没有此附件", "The list has no such attachment");
    }

    private static IEnumerable<ProofFinding> Enclosed(ProofText text)
    {
        if (text.Enclosed is not { } enclosed)
            yield break;
        var listed = text.Passages().Where(p => p.Element == Element.AttachmentList).ToDictionary(p => p.Item);
        foreach (var found in Enclosure.Compare(text.AttachmentList, enclosed))
        {
            // What the list does not have is told where the text is named.
            if ((found.Item is { } item ? listed.GetValueOrDefault(item) : text.Passages().FirstOrDefault()) is { } place)
                yield return new("DOC-E10", FindingKind.Attachment, Certainty.Error, place.Whole, place.Wording, found.Zh, found.En);
        }
    }

    private static IEnumerable<ProofFinding> Mentioned(ProofText text)
    {
        // A list that was written into the text stands for one.
        if (text.AttachmentList.Count == 0 && text.Paragraphs().Any(p => ListInText().IsMatch(p.Wording)))
            yield break;
        foreach (var passage in text.Paragraphs())
            foreach (Match mention in Mention().Matches(passage.Wording))
            {
                var number = mention.Groups["number"].Success ? int.Parse(mention.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 1;
                if (number > text.AttachmentList.Count)
                    yield return new("TXT-03", FindingKind.Attachment, text.AttachmentList.Count > 0 ? Certainty.Error : Certainty.Hint, passage.At(mention), mention.Value,
                        "正文提到的附件不在附件说明中", "The text speaks of an attachment that is not listed");
            }
    }

    [GeneratedRegex(@"^\s*附件?\s*[0-9一二三四五六七八九十]*\s*[：:.．、]|^\s*附件\s*[0-9一二三四五六七八九十]*\s*\z|^\s*附：", RegexOptions.CultureInvariant)]
    private static partial Regex ListInText();

    [GeneratedRegex(@"(?:详?见|按照?|填写|填报|如|[（(])附件\s*(?<number>[0-9]{1,2})?(?!精神|要求的)", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
