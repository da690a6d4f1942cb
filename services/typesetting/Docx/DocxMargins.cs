using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Docx;

/// <summary>Headers and footers of a section: page numbers, a letter's rules, the watermark.</summary>
internal sealed class DocxMargins(MainDocumentPart main, DocxBlocks blocks, string watermark)
{
    private const double Cell = Paper.Size4 * Paper.Point;

    /// <summary>References for a section's properties.</summary>
    /// <param name="first">What stands only on the first page, above and below the text; null where it is as any other.</param>
    public IEnumerable<OpenXmlElement> Of(bool numbered, IReadOnlyList<Paragraph>? first)
    {
        yield return HeaderReference([], HeaderFooterValues.Default);
        yield return HeaderReference([], HeaderFooterValues.Even);
        if (first is not null)
            yield return HeaderReference(first, HeaderFooterValues.First);
        yield return FooterReference(numbered ? Number(JustificationValues.Right) : Empty(), HeaderFooterValues.Default);
        yield return FooterReference(numbered ? Number(JustificationValues.Left) : Empty(), HeaderFooterValues.Even);
        if (first is not null)
            yield return FooterReference(Empty(), HeaderFooterValues.First);
    }

    private HeaderReference HeaderReference(IReadOnlyList<Paragraph> paragraphs, HeaderFooterValues kind)
    {
        var part = main.AddNewPart<HeaderPart>();
        var last = Empty();
        if (watermark.Length > 0)
            last.Append(new Run(new Picture(Watermark(kind))));
        part.Header = new Header([.. paragraphs, last]);
        return new HeaderReference { Type = kind, Id = main.GetIdOfPart(part) };
    }

    private FooterReference FooterReference(Paragraph paragraph, HeaderFooterValues kind)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(paragraph);
        return new FooterReference { Type = kind, Id = main.GetIdOfPart(part) };
    }

    private static Paragraph Empty() => new(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.IdOf(Element.PageNumber) }, Line()));

    // 7.5: one character in from the side that is outside when the sheets are bound.
    private Paragraph Number(JustificationValues side) => new(
        new ParagraphProperties(
            new ParagraphStyleId { Val = DocxStyles.IdOf(Element.PageNumber) },
            Line(),
            new Indentation { Left = Twips.Text(Cell), Right = Twips.Text(Cell) },
            new Justification { Val = side }),
        blocks.Text("— "),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        blocks.Text("1"),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        blocks.Text(" —"));

    private static SpacingBetweenLines Line() => new() { Line = Twips.Text(Cell), LineRule = LineSpacingRuleValues.Exact };

    private OpenXmlElement[] Watermark(HeaderFooterValues kind) =>
    [
        new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextPath { On = true, FitShape = true, String = watermark, Style = "font-family:SimHei;font-size:1pt" })
        {
            Id = $"Watermark{((IEnumValue)kind).Value}",
            Type = "#_x0000_t136",
            Style = "position:absolute;margin-left:0;margin-top:0;width:360pt;height:110pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page",
            FillColor = "#d9d9d9",
            Stroked = false,
        },
    ];
}
