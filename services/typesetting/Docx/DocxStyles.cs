using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml.Wordprocessing;
using Face = Backoffice.Typesetting.Fonts.Face;

namespace Backoffice.Typesetting.Docx;

/// <summary>A paragraph style for each element, named as the standard names the element.</summary>
internal sealed class DocxStyles(FontShelf shelf)
{
    private static readonly (Element Element, string Name, Face Face, double Size)[] OfElements =
    [
        (Element.CopyNumber, "份号", Face.FangSong, Paper.Size3),
        (Element.Secrecy, "密级和保密期限", Face.Hei, Paper.Size3),
        (Element.Urgency, "紧急程度", Face.Hei, Paper.Size3),
        (Element.OrganMark, "发文机关标志", Face.XiaoBiaoSong, Paper.Size2),
        (Element.DocumentNumber, "发文字号", Face.FangSong, Paper.Size3),
        (Element.Signer, "签发人", Face.FangSong, Paper.Size3),
        (Element.Title, "公文标题", Face.XiaoBiaoSong, Paper.Size2),
        (Element.MainRecipients, "主送机关", Face.FangSong, Paper.Size3),
        (Element.Body, "公文正文", Face.FangSong, Paper.Size3),
        (Element.AttachmentNote, "附件说明", Face.FangSong, Paper.Size3),
        (Element.Attendance, "出席人员", Face.FangSong, Paper.Size3),
        (Element.Signatory, "发文机关署名", Face.FangSong, Paper.Size3),
        (Element.FinalDate, "成文日期", Face.FangSong, Paper.Size3),
        (Element.Remark, "附注", Face.FangSong, Paper.Size3),
        (Element.AnnexLabel, "附件顺序号", Face.Hei, Paper.Size3),
        (Element.AnnexTitle, "附件标题", Face.XiaoBiaoSong, Paper.Size2),
        (Element.Annex, "附件正文", Face.FangSong, Paper.Size3),
        (Element.CopyRecipients, "抄送机关", Face.FangSong, Paper.Size4),
        (Element.Printing, "印发机关和印发日期", Face.FangSong, Paper.Size4),
        (Element.PageNumber, "公文页码", Face.Song, Paper.Size4),
    ];

    // Brings 28 characters, a little wider than the text block, onto a line: twentieths of a point.
    private const int Narrowing = -5;

    public static string IdOf(Element element) => $"Gw{element}";

    public Styles All(LineGrid grid) => new(
    [
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(Face.FangSong),
                new FontSize { Val = Twips.HalfPoints(Paper.Size3) },
                new FontSizeComplexScript { Val = Twips.HalfPoints(Paper.Size3) },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        .. OfElements.Select(e => StyleOf(e.Element, e.Name, e.Face, e.Size, grid)),
    ]);

    /// <summary>The family of a face for Chinese and that of Latin letters beside it; whether it is installed is for the reader's machine.</summary>
    public RunFonts Fonts(Face face)
    {
        var latin = shelf.StandardFor(Ruler.HasLatinBeside(face) ? Face.Latin : face);
        return new() { Hint = FontTypeHintValues.EastAsia, Ascii = latin, HighAnsi = latin, EastAsia = shelf.StandardFor(face) };
    }

    private Style StyleOf(Element element, string name, Face face, double size, LineGrid grid)
    {
        var run = new StyleRunProperties(Fonts(face));
        if (size == Paper.Size3)
            run.Append(new Spacing { Val = Narrowing });
        run.Append(new FontSize { Val = Twips.HalfPoints(size) }, new FontSizeComplexScript { Val = Twips.HalfPoints(size) });
        return new Style(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                // A line that ends a page is the page's, whatever Word thinks of widows.
                new WidowControl { Val = false },
                new OverflowPunctuation { Val = false },
                new AutoSpaceDE { Val = false },
                new AutoSpaceDN { Val = false },
                new AdjustRightIndent { Val = false },
                new SnapToGrid { Val = false },
                new SpacingBetweenLines { Before = "0", After = "0", Line = $"{Twips.LineOf(grid)}", LineRule = LineSpacingRuleValues.Exact }),
            run)
        {
            Type = StyleValues.Paragraph,
            StyleId = IdOf(element),
            CustomStyle = true,
        };
    }
}
