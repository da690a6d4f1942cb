using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Layout;
using CsCheck;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

public sealed class BodyTextTests
{
    private static readonly string[] Pieces =
    [
        "一、", "（二）", "3.", "（4）", "第一章 总则", "第五条　", "总体要求", "坚持。", "：", "\n", "\n\n", "\r\n", "\t", "　　", " ", "县\t数", "\t\t", "1.\t", "𠮷", "\u0085", "\v",
    ];

    [Fact]
    public void Whatever_is_read_is_written_again_as_it_was() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(chosen => string.Concat(chosen.Select(c => Pieces[c]))).Sample(text => BodyText.Read(text).ToString() == text, iter: 20_000);

    [Fact]
    public void Headings_have_four_levels_and_what_runs_into_them_is_text()
    {
        var parts = BodyText.Read("现通知如下：\n一、总体要求\n（一）落实责任。各县要落实。\n1.自查\n　　（1）线路；").Parts.Cast<BodyParagraph>().ToArray();
        parts.Select(p => p.Level).ShouldBe([ParagraphLevel.Text, ParagraphLevel.First, ParagraphLevel.Second, ParagraphLevel.Third, ParagraphLevel.Fourth]);
        parts.Select(p => p.Text[..p.OrdinalLength]).ShouldBe(["", "一、", "（一）", "1.", "（1）"]);
        parts.Select(p => p.Text[..p.HeadingLength]).ShouldBe(["", "一、总体要求", "（一）落实责任。", "1.自查", ""]);
        parts[4].Before.ShouldBe("　　");
    }

    [Fact]
    public void Lines_of_equally_many_cells_are_a_table()
    {
        var parts = BodyText.Read("名额分配如下：\n\t城市\t农村\n甲县\t3\t4\n合计\t3\t\n县\t数\n乙县\t5\n以上。").Parts;
        parts.Count.ShouldBe(4);
        parts[1].ShouldBeOfType<BodyTable>().Rows.ShouldBe([["", "城市", "农村"], ["甲县", "3", "4"], ["合计", "3", ""]]);
        parts[2].ShouldBeOfType<BodyTable>().Rows.ShouldBe([["县", "数"], ["乙县", "5"]]);
    }

    [Theory]
    [InlineData("\t各县要落实责任。")]
    [InlineData("1.\t落实责任。")]
    [InlineData("落实责任。\t")]
    public void A_tab_that_sets_in_or_parts_an_ordinal_makes_no_table(string line) =>
        BodyText.Read(line).Parts.Single().ShouldBeOfType<BodyParagraph>();

    [Fact]
    public void The_cells_of_a_row_stand_side_by_side_and_those_too_wide_one_after_the_other()
    {
        var wide = new string('宽', 20);
        var page = Setters.Lay(Samples.Notice with { Body = $"如下：\n甲县\t3\t4\n乙县\t\t5\n{wide}\t{wide}" }).Pages[0];
        var lines = page.Lines(Element.Body).Select(l => string.Concat(l.Select(t => t.Text))).ToArray();
        lines[1].ShouldBe("甲县34");
        lines[2].ShouldBe("乙县5");
        string.Concat(lines[3..]).ShouldContain($"宽\u3000宽");
        var (first, second) = (page.Lines(Element.Body)[1], page.Lines(Element.Body)[2]);
        first[^1].Xs[^1].ShouldBe(second[^1].Xs[^1], 0.01);
        first[^1].Xs[^1].ShouldBeGreaterThan(Paper.Left + Paper.TextWidth * 2 / 3);
    }
}
