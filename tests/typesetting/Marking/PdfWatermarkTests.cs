using Backoffice.Typesetting.Marking;
using Backoffice.Typesetting.Pdf;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests.Marking;

public sealed class PdfWatermarkTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public PdfWatermarkTests() => Setters.NeedsChineseFonts();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Every_page_of_the_copy_bears_the_text_over_what_it_bore_before()
    {
        var pages = Setters.Lay(Samples.Notice);
        var original = new PdfWriter(Setters.Shelf).Write(pages);
        var before = original.ToArray();
        File.WriteAllBytes(_file, new PdfWatermark(Setters.Shelf).Copy(original, "李明 2026年11月26日"));
        original.ShouldBe(before);
        for (var page = 1; page <= pages.Pages.Count; page++)
        {
            // The rows slant, so that a reader of lines finds their characters one by one.
            var text = Setters.Run("pdftotext", "-raw", "-f", $"{page}", "-l", $"{page}", _file, "-").ReplaceLineEndings("");
            text.Count(c => c == '李').ShouldBeGreaterThan(10);
            text.ShouldContain(pages.Pages[page - 1].Texts().First().Text[..2]);
        }
        Setters.Run("pdfinfo", _file).ShouldContain($"Pages:           {pages.Pages.Count}");
        Setters.Run("pdfinfo", _file).ShouldContain("A4");
    }

    [Fact]
    public void What_became_of_the_document_stands_once_across_each_page_in_red()
    {
        var original = new PdfWriter(Setters.Shelf).Write(Setters.Lay(Samples.Request));
        File.WriteAllBytes(_file, new PdfWatermark(Setters.Shelf).Copy(original, "", "已撤销"));
        for (var page = 1; page <= 2; page++)
            Setters.Run("pdftotext", "-raw", "-f", $"{page}", "-l", $"{page}", _file, "-").Count(c => c == '撤').ShouldBe(1);
        Setters.Run("pdftoppm", "-r", "50.8", "-png", "-f", "2", "-l", "2", "-singlefile", _file, _file);
        try
        {
            // Translucent, so that the text below is read.
            var ink = new PrintedPage(File.ReadAllBytes($"{_file}.png"), 2).InkIn(c => c.Red > 220 && c.Green is > 80 and < 200 && c.Blue is > 80 and < 200);
            (ink.Right - ink.Left).ShouldBeGreaterThan(80);
            (ink.Bottom - ink.Top).ShouldBeGreaterThan(80);
            ((ink.Left + ink.Right) / 2).ShouldBe(105, 8);
        }
        finally
        {
            File.Delete($"{_file}.png");
        }
    }

    [Fact]
    public void A_damaged_file_gets_no_mark() =>
        Should.Throw<FileNotMarkedException>(() => new PdfWatermark(Setters.Shelf).Copy("%PDF-1.7 damaged"u8.ToArray(), "李明"));
}
