using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Docx;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

public sealed class DocxTests
{
    private const int Millimetre = 57;

    public static TheoryData<string> All { get; } = [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_valid(string sample)
    {
        foreach (var watermark in (string[])["", "样稿"])
        {
            using var package = Open(Samples.All[sample], watermark);
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        }
    }

    [Theory] // case 66
    [MemberData(nameof(All))]
    public void The_page_is_A4_with_the_margins_of_the_standard(string sample)
    {
        using var package = Open(Samples.All[sample]);
        foreach (var section in package.MainDocumentPart!.Document!.Descendants<SectionProperties>())
        {
            var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            (size.Width!.Value, size.Height!.Value).ShouldBe((11906u, 16838u));
            margin.Top!.Value.ShouldBeInRange(2098 - Millimetre, 2098 + Millimetre);
            margin.Bottom!.Value.ShouldBe(1984);
            ((int)margin.Left!.Value).ShouldBeInRange(1587 - Millimetre, 1587 + Millimetre);
            ((int)margin.Right!.Value).ShouldBe(1474);
        }
    }

    [Fact] // case 67
    public void Text_is_16_points_FangSong_the_title_22_the_colophon_14()
    {
        using var package = Open(Samples.Notice);
        StyleNamed("公文正文").ShouldBe(("FangSong", "32"));
        StyleNamed("公文标题").ShouldBe(("FZXiaoBiaoSong-B05S", "44"));
        StyleNamed("抄送机关").ShouldBe(("FangSong", "28"));
        StyleNamed("印发机关和印发日期").ShouldBe(("FangSong", "28"));
        (string?, string?) StyleNamed(string name)
        {
            var run = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleName?.Val == name).StyleRunProperties!;
            return (run.RunFonts?.EastAsia, run.FontSize?.Val);
        }
    }

    [Fact] // case 69
    public void The_rules_of_a_letter_are_9638_twips_and_its_first_page_has_no_number()
    {
        using var package = Open(Samples.Letter);
        var main = package.MainDocumentPart!;
        var section = main.Document!.Descendants<SectionProperties>().Last();
        section.GetFirstChild<TitlePage>().ShouldNotBeNull();
        var header = (HeaderPart)main.GetPartById(section.Elements<HeaderReference>().Single(h => h.Type! == HeaderFooterValues.First).Id!);
        header.Header!.Descendants<FrameProperties>().Count(f => f.Width == "9638").ShouldBe(2);
        var footer = (FooterPart)main.GetPartById(section.Elements<FooterReference>().Single(f => f.Type! == HeaderFooterValues.First).Id!);
        footer.Footer!.Descendants<FieldCode>().ShouldBeEmpty();
    }

    [Fact]
    public void Page_numbers_are_fields_odd_right_and_even_left()
    {
        using var package = Open(Samples.Notice);
        var main = package.MainDocumentPart!;
        main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>().ShouldNotBeNull();
        var section = main.Document!.Descendants<SectionProperties>().First();
        Side(HeaderFooterValues.Default).ShouldBe(JustificationValues.Right);
        Side(HeaderFooterValues.Even).ShouldBe(JustificationValues.Left);
        JustificationValues Side(HeaderFooterValues kind)
        {
            var footer = ((FooterPart)main.GetPartById(section.Elements<FooterReference>().Single(f => f.Type! == kind).Id!)).Footer!;
            footer.Descendants<FieldCode>().Single().Text.Trim().ShouldBe("PAGE");
            return footer.Descendants<Justification>().Single().Val!.Value;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_holds_the_text_of_the_layout_and_nothing_of_its_making(string sample)
    {
        using var package = Open(Samples.All[sample]);
        var main = package.MainDocumentPart!;
        main.WordprocessingCommentsPart.ShouldBeNull();
        main.Document!.Descendants<InsertedRun>().ShouldBeEmpty();
        main.Document!.Descendants<DeletedRun>().ShouldBeEmpty();
        package.PackageProperties.Creator.ShouldBeNull();
        package.PackageProperties.LastModifiedBy.ShouldBeNull();
        var written = Setters.WithoutBlanks(main.Document!.InnerText + string.Concat(main.HeaderParts.Select(h => h.Header!.InnerText)));
        var expected = Setters.Lay(Samples.All[sample]).Pages.SelectMany(p => p.Texts()).Where(t => t.Element != Composition.Element.PageNumber).Select(t => Setters.WithoutBlanks(t.Text));
        Counted(written).ShouldBe(Counted(string.Concat(expected)), ignoreOrder: true);
        static IEnumerable<string> Counted(string text) => text.EnumerateRunes().CountBy(r => r).Select(c => $"{c.Key}×{c.Value}");
    }

    [Fact]
    public void The_line_pitch_lets_as_many_lines_on_a_page_as_the_layout_has()
    {
        using var package = Open(Samples.Notice);
        var body = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleName?.Val == "公文正文");
        body.StyleParagraphProperties!.SpacingBetweenLines!.Line!.Value.ShouldBe("579");
    }

    [Fact]
    public void LibreOffice_shows_each_on_as_many_pages_with_the_colophon_at_the_bottom()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-docx-");
        try
        {
            foreach (var (name, sample) in Samples.All)
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}.docx"), new DocxWriter(Setters.Shelf).Write(Setters.Lay(sample)));
            Setters.Run("soffice", [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, .. Directory.GetFiles(folder.FullName, "*.docx")]);
            foreach (var (name, sample) in Samples.All)
            {
                var (document, pdf) = (Setters.Lay(sample), Path.Combine(folder.FullName, $"{name}.pdf"));
                Setters.Run("pdfinfo", pdf).ShouldMatch($@"Pages:\s+{document.Pages.Count}\b", name);
                if (document.Pages[^1].Texts(Composition.Element.Printing).FirstOrDefault() is { } printing)
                    PrintedAt(pdf, document.Pages.Count, printing.Text[..3]).ShouldBe(printing.Top, 3, name);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Upper edge of the last word of a page that begins so, in millimetres.
    private static double PrintedAt(string pdf, int page, string beginning)
    {
        var words = Setters.Run("pdftotext", "-bbox", "-f", $"{page}", "-l", $"{page}", pdf, "-").Split('\n').Where(l => l.Contains($">{beginning}", StringComparison.Ordinal));
        var top = System.Text.RegularExpressions.Regex.Match(words.Last(), "yMin=\"([0-9.]+)\"").Groups[1].Value;
        return double.Parse(top, System.Globalization.CultureInfo.InvariantCulture) * Paper.Point;
    }

    private static WordprocessingDocument Open(OfficialDocument document, string watermark = "")
    {
        var stream = new MemoryStream(new DocxWriter(Setters.Shelf).Write(Setters.Lay(document), watermark));
        return WordprocessingDocument.Open(stream, isEditable: false);
    }
}
