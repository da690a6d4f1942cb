using System.Text;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using Backoffice.Typesetting.Pdf;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

public sealed class PdfTests : IDisposable
{
    private readonly PdfWriter _writer = new(Setters.Shelf);
    private readonly string _file = Path.GetTempFileName();

    public PdfTests() => Setters.NeedsChineseFonts();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Text_is_read_back_with_the_code_points_it_was_written_with(string sample)
    {
        var document = Setters.Lay(Samples.All[sample]);
        File.WriteAllBytes(_file, _writer.Write(document));
        var read = Setters.Run("pdftotext", "-raw", _file, "-");
        // ⼈ (U+2F08) for 人, ⽂ for 文: what fonts that share a glyph between them make of it.
        read.ShouldAllBe(c => c < 0x2E80 || c > 0x2FDF);
        Counted(read).ShouldBe(Counted(string.Concat(document.Pages.SelectMany(p => p.Texts()).Select(t => t.Text))), ignoreOrder: true);
        read.ShouldContain(document.Pages[0].Lines(Element.OrganMark)[0][0].Text);
    }

    [Fact]
    public void The_image_of_the_PDF_is_the_image_of_the_layout()
    {
        var document = Setters.Lay(Samples.Notice);
        File.WriteAllBytes(_file, _writer.Write(document));
        var box = Setters.Run("pdftotext", "-bbox", "-f", "2", "-l", "2", _file, "-");
        var first = document.Pages[1].Lines(Element.Body)[0];
        var word = System.Text.RegularExpressions.Regex.Match(box, "<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\"");
        (double.Parse(word.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) * Paper.Point).ShouldBe(first[0].Left, 0.5);
        Setters.Run("pdfinfo", _file).ShouldContain("A4");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        foreach (var sample in Samples.All.Values)
        {
            var document = Setters.Lay(sample);
            var first = _writer.Write(document);
            for (var i = 0; i < 5; i++)
                _writer.Write(Setters.Lay(sample)).ShouldBe(first);
        }
    }

    [Theory]
    [InlineData("6b36331d-0c2b-4d1e-8a3b-d38a4fdbc2a1", "<6b36331d0c2b4d1e8a3bd38a4fdbc2a1>")]
    [InlineData("6cd96443-2853-3dc5-bd64-71132aef7e60", "(l\\331dC\\(S=\\305\\275dq\\023*\\357~`)")]
    public void The_identity_is_of_the_content_in_whichever_form_the_library_wrote_its_own(string uuid, string trailer)
    {
        var settled = _writer.Write(Setters.Lay(Samples.Letter));
        var text = Encoding.Latin1.GetString(settled);
        var own = System.Text.RegularExpressions.Regex.Match(text, "uuid:([0-9a-f-]{36})<").Groups[1].Value;
        var made = text.Replace(own, uuid, StringComparison.Ordinal)
            .Replace($"<{own.Replace("-", "", StringComparison.Ordinal)}>", trailer, StringComparison.Ordinal);
        made.ShouldNotContain(own);

        PdfIdentity.Settle(Encoding.Latin1.GetBytes(made)).ShouldBe(settled);
    }

    [Fact]
    public void Fonts_are_cut_to_the_characters_of_the_document() =>
        _writer.Write(Setters.Lay(Samples.Letter)).Length.ShouldBeLessThan(400_000);

    [Fact]
    public void It_is_PDF_A_and_names_no_author()
    {
        var text = Encoding.Latin1.GetString(_writer.Write(Setters.Lay(Samples.Letter)));
        text.ShouldContain("pdfaid:part");
        text.ShouldNotContain("/Author");
    }

    [Fact]
    public void A_watermark_stands_on_every_page_and_only_where_it_is_asked_for()
    {
        var document = Setters.Lay(Samples.Notice);
        File.WriteAllBytes(_file, _writer.Write(document, "样稿"));
        Setters.Run("pdftotext", "-raw", _file, "-").Count(c => c == '稿').ShouldBe(document.Pages.Count);
        File.WriteAllBytes(_file, _writer.Write(document));
        Setters.Run("pdftotext", "-raw", _file, "-").ShouldNotContain('稿');
    }

    private static IEnumerable<string> Counted(string text) => Setters.WithoutBlanks(text).EnumerateRunes().CountBy(r => r).Select(c => $"{c.Key}×{c.Value}");
}
