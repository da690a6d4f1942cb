using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Composition;

/// <summary>Turns the elements of a document into the blocks of its flow, in the order and form of GB/T 9704—2012, 7.3.</summary>
internal sealed class Composer(Ruler ruler)
{
    private const double Indent = 2;

    private readonly TitleShape _titles = new(ruler);
    private readonly Signatures _signatures = new(ruler);

    /// <param name="recipientsInColophon">Whether 主送机关 stands in the colophon because it would keep the text off the first page.</param>
    public Sheet Compose(OfficialDocument document, bool recipientsInColophon) => new(
        Head.Of(document),
        [
            .. Title(document),
            .. recipientsInColophon ? [] : Recipients(document),
            .. Paragraphs(Element.Body, document.Body, document),
            .. AttachmentNote(document.AttachmentNames),
            .. document.Attendance.Select(Attended),
            .. _signatures.Of(document),
            .. Remark(document.Remark),
            .. document.Annexes.SelectMany((annex, i) => Annex(document, annex, i)),
        ],
        [.. ColophonOf(document, recipientsInColophon)],
        recipientsInColophon);

    private IEnumerable<Block> Title(OfficialDocument document)
    {
        // An order has none: its mark says what it is (10.2).
        if (document.Title.Length > 0)
            yield return TitleBlock(Element.Title, document.Title, document);
    }

    private Block TitleBlock(Element element, string title, OfficialDocument document) =>
        new(element, _titles.Divide(title.ReplaceLineEndings("\n"), document.Organs, document.Body), Face.XiaoBiaoSong)
        {
            Size = Paper.Size2,
            Alignment = Alignment.Centred,
            HasFixedLines = true,
        };

    private static IEnumerable<Block> Recipients(OfficialDocument document)
    {
        if (document.MainRecipients.Length > 0)
            yield return new Block(Element.MainRecipients, document.MainRecipients.TrimEnd('：', ':') + "：") { BlankBefore = 1 };
    }

    private IEnumerable<Block> Paragraphs(Element element, string text, OfficialDocument document)
    {
        // 7.3.2 leaves a line below the title; of an order 10.2 two below its number, which the head keeps.
        var blank = element == Element.Annex || document.MainRecipients.Length == 0 && document.Title.Length > 0 ? 1 : 0;
        foreach (var part in BodyText.Read(text.ReplaceLineEndings("\n")).Parts)
        {
            if (part is BodyTable table)
            {
                foreach (var row in table.Rows)
                    yield return Row(element, row, blank);
                blank = 0;
            }
            else if (part is BodyParagraph { IsBlank: false } paragraph)
            {
                yield return Paragraph(element, paragraph) with { BlankBefore = paragraph.Level == ParagraphLevel.Chapter ? 1 : blank };
                blank = paragraph.Level == ParagraphLevel.Chapter ? 1 : 0;
            }
        }
    }

    /// <summary>Cells side by side, each around the middle of its column; where one is wider than a column, one after the other.</summary>
    private Block Row(Element element, IReadOnlyList<string> row, int blank)
    {
        var cells = row.Select(c => c.Trim()).ToArray();
        var width = Paper.TextWidth / cells.Length;
        return new Block(element, string.Join('\u3000', cells))
        {
            Columns = cells.Max(c => ruler.WidthOf(c, Face.FangSong)) <= width
                ? [.. cells.Select((c, i) => new Column(c, Paper.Left + (i + 0.5) * width)).Where(c => c.Text.Length > 0)]
                : [],
            Cells = cells,
            BlankBefore = blank,
        };
    }

    private static Block Paragraph(Element element, BodyParagraph paragraph)
    {
        var face = paragraph.Level switch
        {
            ParagraphLevel.First or ParagraphLevel.Chapter or ParagraphLevel.Article => Face.Hei,
            ParagraphLevel.Second => Face.Kai,
            _ => Face.FangSong,
        };
        var whole = paragraph.Text.Replace('\t', '\u3000');
        var (heading, text) = (whole[..paragraph.HeadingLength], whole[paragraph.HeadingLength..]);
        var spans = new[] { new Span(heading, face), new Span(text, Face.FangSong) }.Where(s => s.Text.Length > 0).ToArray();
        return paragraph.Level == ParagraphLevel.Chapter
            ? new Block(element, spans) { Alignment = Alignment.Centred }
            : new Block(element, spans) { FirstIndent = Indent };
    }

    private IEnumerable<Block> AttachmentNote(IReadOnlyList<string> names)
    {
        const string label = "附件：";
        var isNumbered = names.Count > 1;
        for (var i = 0; i < names.Count; i++)
        {
            var number = isNumbered ? $"{i + 1}. " : "";
            var indent = Indent + label.Length;
            yield return new Block(Element.AttachmentNote, (i == 0 ? label : "") + number + names[i])
            {
                BlankBefore = i == 0 ? 1 : 0,
                // Not spread, so that the names stay below each other.
                Alignment = Alignment.Left,
                FirstIndent = i == 0 ? Indent : indent,
                HangingIndent = indent + ruler.CellsOf(number, Face.FangSong),
            };
        }
    }

    private static Block Attended(Attendance attendance, int index) =>
        new(Element.Attendance, [new Span(attendance.Label, Face.Hei), new Span("：" + attendance.Names, Face.FangSong)])
        {
            BlankBefore = index == 0 ? 1 : 0,
            FirstIndent = Indent,
            HangingIndent = Indent + attendance.Label.Length + 1,
        };

    private static IEnumerable<Block> Remark(string remark)
    {
        if (remark.Length > 0)
            yield return new Block(Element.Remark, $"（{remark.Trim('（', '）', '(', ')')}）") { FirstIndent = Indent, HangingIndent = 0 };
    }

    private IEnumerable<Block> Annex(OfficialDocument document, Annex annex, int index)
    {
        yield return new Block(Element.AnnexLabel, annex.Label(index, document.Annexes.Count), Face.Hei) { OnNewPage = true };
        yield return TitleBlock(Element.AnnexTitle, annex.Title, document) with { BlankBefore = 1 };
        foreach (var paragraph in Paragraphs(Element.Annex, annex.Text, document))
            yield return paragraph;
    }

    private static IEnumerable<ColophonRow> ColophonOf(OfficialDocument document, bool recipientsInColophon)
    {
        if (recipientsInColophon)
            yield return Row("主送：", document.MainRecipients);
        if (document.CopyRecipients.Length > 0)
            yield return Row("抄送：", document.CopyRecipients);
        // 10.1: of a letter the colophon has neither printing organ nor date.
        if (document.Format != PageFormat.Letter && document.PrintingDate is { } date)
            yield return new ColophonRow(Element.Printing, "", document.PrintingOrgan, $"{Regulations.Documents.FinalDate.Print(date)}印发");

        static ColophonRow Row(string label, string names) => new(Element.CopyRecipients, label, names.TrimEnd('。', '：') + "。", "");
    }
}
