using System.Text;
using Backoffice.Regulations.Documents;
using Backoffice.Typesetting.Composition;

namespace Backoffice.Typesetting.Documents;

/// <summary>Writes a document as plain text: its elements in the order of print, paragraphs set in by two characters.</summary>
public static class PlainText
{
    private const string Indent = "\u3000\u3000";

    public static string Write(OfficialDocument document)
    {
        var (text, head) = (new StringBuilder(), Head.Of(document));
        Group(text, [head.CopyNumber, head.Secrecy, head.Urgency, string.Join('\u3000', head.Organs) + head.Suffix, NumberLine(head)]);
        Group(text, [document.Title]);
        Group(text, [document.MainRecipients.Length > 0 ? document.MainRecipients.TrimEnd('：', ':') + "：" : "", .. BodyLines(document.Body)]);
        Group(text, document.AttachmentNames.Select((name, i) => $"{Indent}{(i == 0 ? "附件：" : "\u3000\u3000\u3000")}{(document.AttachmentNames.Count > 1 ? $"{i + 1}. " : "")}{name}"));
        Group(text, document.Attendance.Select(a => $"{Indent}{a.Label}：{a.Names}"));
        // A name without its date is told from text by nobody who reads it again.
        Group(text, [.. document.Date is { } day ? document.Signatories.Append(FinalDate.Print(day)) : [], document.Remark.Length > 0 ? $"（{document.Remark.Trim('（', '）')}）" : ""]);
        foreach (var (annex, i) in document.Annexes.Select((a, i) => (a, i)))
            Group(text, [annex.Label(i, document.Annexes.Count), annex.Title, .. BodyLines(annex.Text)]);
        Group(text, [document.CopyRecipients.Length > 0 ? $"抄送：{document.CopyRecipients.TrimEnd('。')}。" : "", document.PrintingDate is { } printed ? $"{document.PrintingOrgan}\u3000{FinalDate.Print(printed)}印发" : ""]);
        return text.ToString();
    }

    private static string NumberLine(Head head) => head.Signers.Count > 0 ? $"{head.Number}\u3000签发人：{string.Join('\u3000', head.Signers)}".Trim() : head.Number;

    private static IEnumerable<string> BodyLines(string body) => BodyText.Read(body.ReplaceLineEndings("\n")).Parts
        .Where(p => p is not BodyParagraph { IsBlank: true }).Select(p => p is BodyParagraph paragraph ? Indent + paragraph.Text : p.ToString());

    // What is empty is not printed, and what belongs together stands together.
    private static void Group(StringBuilder text, IEnumerable<string> lines)
    {
        var printed = lines.Where(l => l.Length > 0).ToArray();
        if (printed.Length > 0)
            text.Append(text.Length > 0 ? "\n" : "").AppendJoin('\n', printed).Append('\n');
    }
}
