using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>Pages measured as images against the figures of GB/T 9704—2012.</summary>
public sealed class GeometryTests
{
    private const double Tolerance = 1;

    public GeometryTests() => Setters.NeedsChineseFonts();

    [Fact]
    public void The_sheet_is_A4()
    {
        var page = new PrintedPage(Setters.Lay(Samples.Request), 1);
        page.Width.ShouldBe(210, 0.1);
        page.Height.ShouldBe(297, 0.1);
    }

    [Fact]
    public void The_mark_begins_35_mm_below_the_top_of_the_text_block_and_stands_in_the_middle()
    {
        var ink = new PrintedPage(Setters.Lay(Samples.Notice), 1).InkIn(PrintedPage.IsRed, bottom: 105);
        ink.Top.ShouldBe(37 + 35, Tolerance);
        ((ink.Left + ink.Right) / 2).ShouldBe(28 + 78, Tolerance);
        (ink.Bottom - ink.Top).ShouldBeLessThanOrEqualTo(22);
    }

    [Fact]
    public void The_red_rule_is_as_wide_as_the_text_block_and_4_mm_below_the_number()
    {
        var page = new PrintedPage(Setters.Lay(Samples.Notice), 1);
        var rule = page.Rules(PrintedPage.IsRed).ShouldHaveSingleItem();
        rule.Left.ShouldBe(28, Tolerance);
        rule.Right.ShouldBe(184, Tolerance);
        (rule.Top - page.InkIn(PrintedPage.IsBlack, top: 95, bottom: rule.Top).Bottom).ShouldBe(4, Tolerance);
    }

    [Fact]
    public void Number_and_title_are_two_blank_lines_below_what_is_above_them()
    {
        var document = Setters.Lay(Samples.Notice);
        var page = new PrintedPage(document, 1);
        var rule = page.Rules(PrintedPage.IsRed).Single();
        var mark = page.InkIn(PrintedPage.IsRed, bottom: 105);
        var number = page.InkIn(PrintedPage.IsBlack, top: mark.Bottom, bottom: rule.Top);
        // Two lines, and the ink of a character is not all of its square.
        (number.Top - mark.Bottom).ShouldBe(2 * document.Grid.Pitch, 2);
        (page.InkIn(PrintedPage.IsBlack, top: rule.Top + 2, bottom: 160).Top - rule.Top - rule.Thickness).ShouldBe(2 * document.Grid.Pitch, 2);
    }

    [Fact]
    public void The_text_fills_the_text_block()
    {
        var ink = new PrintedPage(Setters.Lay(Samples.Notice), 2).InkIn(PrintedPage.IsBlack, bottom: 265);
        ink.Left.ShouldBe(28, Tolerance);
        ink.Top.ShouldBe(37, Tolerance);
        ink.Right.ShouldBe(184, Tolerance);
        ink.Bottom.ShouldBe(262, Tolerance);
    }

    [Fact]
    public void Page_numbers_are_7_mm_below_the_text_block_odd_right_even_left_one_character_in()
    {
        var document = Setters.Lay(Samples.Notice);
        const double character = 14 * 25.4 / 72;
        var odd = new PrintedPage(document, 1);
        var even = new PrintedPage(document, 2);
        odd.InkIn(PrintedPage.IsBlack, top: 264).Right.ShouldBe(184 - character, Tolerance);
        even.InkIn(PrintedPage.IsBlack, top: 264).Left.ShouldBe(28 + character, Tolerance);
        // The dash alone: the figure is higher.
        even.InkIn(PrintedPage.IsBlack, top: 264, right: 28 + 1.8 * character).Top.ShouldBe(262 + 7, Tolerance);
    }

    [Fact]
    public void The_colophon_has_thick_rules_outside_and_thin_within_and_ends_with_the_text_block()
    {
        var rules = new PrintedPage(Setters.Lay(Samples.Notice), 6).Rules(PrintedPage.IsBlack);
        rules.Count.ShouldBe(3);
        rules.ShouldAllBe(r => Math.Abs(r.Left - 28) < Tolerance && Math.Abs(r.Right - 184) < Tolerance);
        rules[^1].Top.ShouldBe(262, Tolerance);
        rules.Select(r => Math.Round(r.Thickness, 2)).ShouldBe([0.35, 0.25, 0.35], 0.06);
    }

    [Fact] // case 69
    public void A_letter_has_double_rules_of_170_mm_and_its_mark_30_mm_from_the_edge_of_the_sheet()
    {
        var page = new PrintedPage(Setters.Lay(Samples.Letter), 1);
        page.InkIn(PrintedPage.IsRed).Top.ShouldBe(30, Tolerance);
        var rules = page.Rules(PrintedPage.IsRed);
        rules.Count.ShouldBe(4);
        rules.ShouldAllBe(r => Math.Abs(r.Right - r.Left - 170) < Tolerance && Math.Abs(r.Left - 20) < Tolerance);
        (rules[0].Top - page.InkIn(PrintedPage.IsRed, bottom: rules[0].Top - 1).Bottom).ShouldBe(4, 2);
        rules[0].Thickness.ShouldBeGreaterThan(rules[1].Thickness);
        rules[2].Thickness.ShouldBeLessThan(rules[3].Thickness);
        (rules[3].Top + rules[3].Thickness).ShouldBe(297 - 20, Tolerance);
    }

    [Fact]
    public void The_mark_of_an_order_begins_20_mm_below_the_top_of_the_text_block() =>
        new PrintedPage(Setters.Lay(Samples.Order), 1).InkIn(PrintedPage.IsRed).Top.ShouldBe(37 + 20, Tolerance);

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Nothing_stands_outside_of_the_text_block_but_page_numbers_and_the_head_of_a_letter(string sample)
    {
        foreach (var page in Setters.Lay(Samples.All[sample]).Pages)
            foreach (var item in page.Texts().Where(t => t.Element is not Element.PageNumber and not Element.OrganMark))
            {
                item.Left.ShouldBeGreaterThanOrEqualTo(Paper.Left - 0.01, item.Text);
                item.Right.ShouldBeLessThanOrEqualTo(Paper.Right + 0.01, item.Text);
                item.Top.ShouldBeGreaterThanOrEqualTo(Paper.Top - 0.01, item.Text);
                item.Bottom.ShouldBeLessThanOrEqualTo(Paper.Bottom + 0.01, item.Text);
            }
    }
}
