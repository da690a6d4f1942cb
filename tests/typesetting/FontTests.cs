using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Images;
using Backoffice.Typesetting.Pdf;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>What cannot be shown for lack of a font says so.</summary>
public sealed class FontTests
{
    [Fact]
    public void A_face_that_is_not_installed_is_replaced_and_the_replacement_named()
    {
        Setters.NeedsChineseFonts();
        using var shelf = new FontShelf(new FontPreferences { Families = new Dictionary<Face, IReadOnlyList<string>>(new FontPreferences().Families) { [Face.FangSong] = ["No Such FangSong"] } });
        var report = new Typesetter(shelf).Lay(Samples.Letter).Fonts;
        report.IsTrue.ShouldBeFalse();
        var substitution = report.Substitutions.First(s => s.Face == Face.FangSong);
        substitution.Wanted.ShouldBe("No Such FangSong");
        shelf.Families.ShouldContain(substitution.Used!);
        substitution.Characters.ShouldBeEmpty();
    }

    [Fact]
    public void A_face_that_is_there_is_no_substitution()
    {
        Setters.NeedsChineseFonts();
        var family = Setters.Shelf.For(Face.Song)!.Family;
        using var shelf = new FontShelf(new FontPreferences { Families = Enum.GetValues<Face>().ToDictionary(f => f, IReadOnlyList<string> (_) => [family]) });
        new Typesetter(shelf).Lay(Samples.Letter).Fonts.IsTrue.ShouldBeTrue();
    }

    [Fact]
    public void A_character_that_no_font_has_is_told_with_how_often_it_stands()
    {
        // From the private use area: no font means anything by it.
        var document = Setters.Lay(Samples.Letter with { Body = "姓名\uE0A9某、\uE0A9某。" });
        document.Fonts.Missing.ShouldBe([new MissingGlyph("\uE0A9", 2)]);
        document.TextOf(Element.Body).ShouldBe("姓名\uE0A9某、\uE0A9某。");
    }

    [Fact]
    public void Without_any_font_every_character_is_told_and_the_page_is_still_laid_out()
    {
        using var shelf = new FontShelf(new FontPreferences { Folders = [] });
        var document = new Typesetter(shelf).Lay(Samples.Letter);
        document.Fonts.Substitutions.ShouldAllBe(s => s.Used == null);
        document.Fonts.Missing.Sum(m => m.Count).ShouldBe(document.Pages.SelectMany(p => p.Texts()).Sum(t => Setters.WithoutBlanks(t.Text).Length));
        new PdfWriter(shelf).Write(document, "样稿").Length.ShouldBeGreaterThan(0);
        new PageImage(shelf).Write(document, 1, 72).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_character_that_the_face_lacks_comes_from_another_font_and_is_named()
    {
        Setters.NeedsChineseFonts();
        var rare = Enumerable.Range(0x3400, 500).Select(c => char.ConvertFromUtf32(c)).FirstOrDefault(c =>
            Setters.Shelf.For(Face.Song, c.EnumerateRunes().First()) is { } other && other.Family != Setters.Shelf.For(Face.Song)!.Family);
        Assert.SkipWhen(rare is null, "every installed font has the same characters");
        Setters.Lay(Samples.Letter with { Body = $"姓名{rare}。" }).Fonts.Substitutions.ShouldContain(s => s.Face == Face.FangSong && s.Characters == rare);
    }
}
