using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Docx;

/// <summary>
/// Writes a laid-out document as DOCX: the same blocks, line ends of titles, line pitch and place of the colophon, left to flow.
/// It names no author and has no revisions or comments.
/// </summary>
public sealed class DocxWriter(FontShelf shelf)
{
    // Puts the dashes of the page number 7 mm below the text block (7.5).
    private const double FooterFromBottom = Paper.Height - Paper.Bottom - Paper.NumberBelow - Paper.Size4 * Paper.Point / 2;

    /// <param name="watermark">Stands across every page, such as 样稿; empty for none.</param>
    public byte[] Write(LaidOutDocument document, string watermark = "")
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = document.Title.ReplaceLineEndings("");
            var main = package.AddMainDocumentPart();
            var styles = new DocxStyles(shelf);
            main.AddNewPart<StyleDefinitionsPart>().Styles = styles.All(document.Grid);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new EvenAndOddHeaders(),
                new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
                new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
            var blocks = new DocxBlocks(styles, document.Grid);
            main.Document = new Document(new Body(Content(document, blocks, new DocxHead(blocks, styles, document.Grid), new DocxMargins(main, blocks, watermark))));
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(LaidOutDocument document, DocxBlocks blocks, DocxHead head, DocxMargins margins)
    {
        var sheet = document.Sheet;
        var isLetter = sheet.Head.Format == PageFormat.Letter;
        var first = isLetter ? head.Letter(sheet.Head, document.Head).ToArray() : null;
        foreach (var element in isLetter ? head.LetterNumber(sheet.Head, document.Head) : head.Of(sheet.Head, document.Head))
            yield return element;
        foreach (var paragraph in blocks.Of(sheet.Blocks, document.Head.FirstLine, head.BottomOf(sheet.Head, document.Head)))
            yield return paragraph;

        if (sheet.Colophon.Count == 0)
        {
            yield return Section(margins.Of(numbered: true, first), isLetter, null);
            yield break;
        }
        var ownPage = document.Pages.Count > document.TextPages;
        if (ownPage)
            yield return SectionEnd(Section(margins.Of(numbered: true, first), isLetter, null));
        foreach (var paragraph in new DocxColophon(blocks).Of(sheet.Colophon, document.ColophonTops, hasRules: !isLetter))
            yield return paragraph;
        yield return Smallest();
        yield return ownPage
            ? Section(margins.Of(document.Pages[^1].ShowsNumber, null), false, isLetter ? SectionMarkValues.NextPage : SectionMarkValues.EvenPage)
            : Section(margins.Of(numbered: true, first), isLetter, null);
    }

    // What a frame and a section need after them, no higher than it must be.
    private static Paragraph Smallest() => new(new ParagraphProperties(
        new ParagraphStyleId { Val = DocxStyles.IdOf(Element.CopyRecipients) },
        new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }));

    private static Paragraph SectionEnd(SectionProperties section)
    {
        var paragraph = Smallest();
        paragraph.ParagraphProperties!.Append(section);
        return paragraph;
    }

    private static SectionProperties Section(IEnumerable<OpenXmlElement> margins, bool hasFirstPage, SectionMarkValues? start)
    {
        var section = new SectionProperties([.. margins]);
        if (start is { } mark)
            section.Append(new SectionType { Val = mark });
        section.Append(
            new PageSize { Width = (uint)Twips.Of(Paper.Width), Height = (uint)Twips.Of(Paper.Height) },
            new PageMargin
            {
                Top = Twips.Of(LineBox.TextTop),
                Bottom = Twips.Of(Paper.Height - Paper.Bottom),
                Left = (uint)Twips.Of(Paper.Left),
                Right = (uint)Twips.Of(Paper.Width - Paper.Right),
                Header = 851,
                Footer = (uint)Twips.Of(FooterFromBottom),
                Gutter = 0,
            });
        if (hasFirstPage)
            section.Append(new TitlePage());
        return section;
    }
}
