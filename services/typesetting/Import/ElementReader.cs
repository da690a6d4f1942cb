using System.Buffers;
using System.Text.RegularExpressions;
using Backoffice.Regulations.Documents;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;

namespace Backoffice.Typesetting.Import;

/// <summary>
/// Finds the elements of a document in its lines, by the styles where they say and else by the order and form that GB/T 9704 gives
/// them: title, 主送机关 with its colon, text, 附件说明, signature over date, 附注, 抄送. What fits no element is text.
/// </summary>
internal sealed partial class ElementReader
{
    private const int LinesAboveTitle = 12;
    private const int LongestTitleLine = 90;
    private const int MostTitleLines = 5;
    private const int LongestRecipients = 400;
    private const int LongestSignatory = 40;

    private const string Number = @"[\u4E00-\u9FFF×]{1,12}\s*[〔\[［﹝(（]\s*[0-9]{4}\s*[〕\]］﹞)）]\s*第?\s*[0-9]+\s*号";

    private static readonly SearchValues<char> Sentence = SearchValues.Create("。，；：！？.,;:!?\t");

    private readonly List<ReadLine> _lines;
    private readonly List<string> _frame = [];

    private ElementReader(IEnumerable<ReadLine> lines) => _lines = [.. lines];

    public static ImportedDocument Read(IEnumerable<ReadLine> lines) => new ElementReader(lines).Read();

    private ImportedDocument Read()
    {
        _frame.AddRange(Take(IsFrame).Select(l => l.Words));
        TakeFrameAboveTitle();
        var title = TakeTitle();
        SkipBlanks();
        // Pages of the web print the number below the title, and the title twice.
        for (; _lines.Count > 0 && (NumberLine().IsMatch(_lines[0].Words.Trim('（', '）')) || _lines[0].Words == title); SkipBlanks())
            _frame.Add(TakeAt(0).Words);
        var recipients = TakeRecipients();
        var copies = string.Join('；', Take(l => CopyLine().IsMatch(l.Words)).Select(l => CopyLine().Replace(l.Words, "").TrimEnd('。')));
        _frame.AddRange(Take(l => PrintingLine().IsMatch(l.Words)).Select(l => l.Words));
        var signatories = Take(l => l.Element == Element.Signatory && !l.IsBlank).Select(l => l.Words).ToList();
        var bound = Take(l => l.Element is Element.AnnexLabel or Element.AnnexTitle or Element.Annex);

        var date = _lines.FindIndex(l => l.Element == Element.FinalDate || l.Element is null && DateLine().IsMatch(l.Words));
        // What is not signed yet has no date, and its attachments stand after its text all the same.
        var mark = date < 0 ? _lines.FindIndex(AnnexReader.IsMark) : -1;
        var (text, after) = date >= 0 ? (_lines[..date], _lines[(date + 1)..]) : mark >= 0 ? (_lines[..mark], _lines[mark..]) : (_lines, []);
        if (date >= 0 && signatories.Count == 0)
            signatories = TakeSignatories(text);
        var remark = TakeRemark(date >= 0 && after.Count > 0 ? after : text);
        var names = TakeAttachmentNames(text);
        var (trailer, annexes) = AnnexReader.Read([.. after, .. bound], names);
        return new ImportedDocument
        {
            Title = title,
            MainRecipients = recipients,
            Body = TextOf(text),
            AttachmentNames = names,
            Signatories = signatories,
            Date = date < 0 ? "" : _lines[date].Words,
            Remark = remark,
            CopyRecipients = copies,
            Frame = _frame,
            Annexes = annexes,
            Trailer = TextOf(trailer),
        };
    }

    private static bool IsFrame(ReadLine line) => line.Element is Element.CopyNumber or Element.Secrecy or Element.Urgency or Element.OrganMark
        or Element.DocumentNumber or Element.Signer or Element.HeadRule or Element.Printing or Element.PageNumber && !line.IsBlank;

    // Where a number stands above everything, so does the mark; a line like them further down is text.
    private void TakeFrameAboveTitle()
    {
        while (_lines.FindIndex(l => !l.IsBlank) is >= 0 and < LinesAboveTitle and var first && FrameLine().IsMatch(_lines[first].Words) && _lines[first].Element is null)
            _frame.Add(TakeAt(first).Words);
    }

    private string TakeTitle()
    {
        SkipBlanks();
        var styled = Take(l => l.Element == Element.Title);
        if (styled.Count > 0)
            return string.Concat(styled.Select(l => l.Words));
        var title = "";
        var hasCentred = _lines.Count > 0 && _lines[0].IsCentred;
        for (var lines = 0; lines < MostTitleLines && _lines.Count > 0 && IsTitleLine(_lines[0], hasCentred) && !(title.Length > 0 && IsWhole(title, _lines[0])); lines++)
            title += TakeAt(0).Words;
        return title;
    }

    private static bool IsTitleLine(ReadLine line, bool hasCentred)
    {
        var text = line.Words;
        return text.Length is > 0 and <= LongestTitleLine && line.Element is null && line.IsCentred == hasCentred && !text.EndsWith('。') && !EndsWithColon(text)
            && BodyParagraph.Read(text).Level == ParagraphLevel.Text && !NumberLine().IsMatch(text.Trim('（', '）')) && !DateLine().IsMatch(text);
    }

    // …的意见 / 的通知: a kind that ends a line ends the title, unless the next line runs on.
    private static bool IsWhole(string title, ReadLine next) => Genres.OfTitle(title) is not null && !next.Words.StartsWith('的');

    private string TakeRecipients()
    {
        SkipBlanks();
        var styled = Take(l => l.Element == Element.MainRecipients);
        // Those that would have kept the text off the first page stand in the colophon (7.3.2).
        styled.AddRange(Take(l => l.Element == Element.CopyRecipients && RecipientsLabel().IsMatch(l.Text)));
        if (styled.Count > 0)
            return RecipientsLabel().Replace(string.Concat(styled.Select(l => l.Words)), "").TrimEnd('：', ':', '。');
        if (_lines.Count == 0)
            return "";
        var text = _lines[0].Words;
        // 现将有关事项通知如下： has a colon too.
        if (_lines[0].Element is not null || !EndsWithColon(text) || text.Length > LongestRecipients || text.Contains('。', StringComparison.Ordinal) || IntroducingLine().IsMatch(text) || BodyParagraph.Read(text).Level != ParagraphLevel.Text)
            return "";
        _lines.RemoveAt(0);
        return text.TrimEnd('：', ':');
    }

    private static List<string> TakeSignatories(List<ReadLine> text)
    {
        var signatories = new List<string>();
        while (text.Count > 0 && (text[^1].IsBlank || IsSignatory(text[^1])))
        {
            if (!text[^1].IsBlank)
                signatories.Insert(0, text[^1].Words);
            text.RemoveAt(text.Count - 1);
        }
        return signatories;
    }

    private static bool IsSignatory(ReadLine line)
    {
        var text = line.Words;
        return line.Element == Element.Signatory || line.Element is null && text.Length <= LongestSignatory && !text.AsSpan().ContainsAny(Sentence)
            && BodyParagraph.Read(text).Level == ParagraphLevel.Text;
    }

    /// <summary>The first line after the date, or what is styled so.</summary>
    private static string TakeRemark(List<ReadLine> lines)
    {
        var at = lines.FindIndex(l => l.Element == Element.Remark);
        if (at < 0 && lines.FindIndex(l => !l.IsBlank) is >= 0 and var first && lines[first].Element is null && RemarkLine().IsMatch(lines[first].Words))
            at = first;
        if (at < 0)
            return "";
        var remark = lines[at].Words[1..^1];
        lines.RemoveAt(at);
        return remark;
    }

    private static IReadOnlyList<string> TakeAttachmentNames(List<ReadLine> text)
    {
        var start = text.FindLastIndex(l => l.Element is null or Element.AttachmentNote && AttachmentLabel().IsMatch(l.Words));
        // After the list nothing follows but its own lines.
        if (start < 0 || text.Skip(start + 1).Any(l => !l.IsBlank && l.Element != Element.AttachmentNote && !AttachmentNumber().IsMatch(l.Words)))
            return [];
        var names = AttachmentNames.Split(string.Join('\n', text.Skip(start).Where(l => !l.IsBlank).Select(l => AttachmentLabel().Replace(l.Words, "附件："))));
        text.RemoveRange(start, text.Count - start);
        return names;
    }

    /// <summary>Paragraphs without the blanks that print sets them in by, and without blank lines; tables as they are.</summary>
    internal static string TextOf(IEnumerable<ReadLine> lines) => string.Join('\n', BodyText.Read(string.Join('\n', lines.Select(l => l.Text))).Parts
        .Where(p => p is not BodyParagraph { IsBlank: true }).Select(p => p is BodyParagraph paragraph ? paragraph.Text : p.ToString()));

    private static bool EndsWithColon(string text) => text.EndsWith('：') || text.EndsWith(':');

    private List<ReadLine> Take(Func<ReadLine, bool> which)
    {
        var taken = _lines.Where(which).ToList();
        _lines.RemoveAll(l => which(l));
        return taken;
    }

    private ReadLine TakeAt(int index)
    {
        var line = _lines[index];
        _lines.RemoveAt(index);
        return line;
    }

    private void SkipBlanks()
    {
        while (_lines.Count > 0 && _lines[0].IsBlank)
            _lines.RemoveAt(0);
    }

    [GeneratedRegex(@"^(?:[0-9]{6}|特急|加急|特提|平急|.{2,30}文件|签发人[：:].*|" + Number + @"(?:\s*签发人.*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex FrameLine();

    [GeneratedRegex("^" + Number + "$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^(?:(?:19|20)\s*[0-9]\s*[0-9]\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|[一二][一二三四五六七八九十〇零○O]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^[（(][^（）()]{2,60}[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex RemarkLine();

    [GeneratedRegex(@"^主\s*送\s*[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex RecipientsLabel();

    [GeneratedRegex(@"^抄\s*送\s*[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex CopyLine();

    [GeneratedRegex(@"^.{2,40}\s(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日印发$", RegexOptions.CultureInvariant)]
    private static partial Regex PrintingLine();

    [GeneratedRegex(@"^附\s*件\s*[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex AttachmentLabel();

    [GeneratedRegex(@"^[0-9]{1,2}\s*[.．、]", RegexOptions.CultureInvariant)]
    private static partial Regex AttachmentNumber();

    [GeneratedRegex(@"(?:如下|如下所示|下列|以下|通知|通报|报告|请示|批复|公告|说明|要求|意见|决定|事项|内容|情况|问题)[：:]$", RegexOptions.CultureInvariant)]
    private static partial Regex IntroducingLine();
}
