using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

public sealed class FlowTests
{
    private const string NeverFirst = "，。、；：？！）》〉」』】〕”’…—％";
    private const string NeverLast = "（《〈「『【〔“‘";

    [Fact]
    public void A_full_page_has_22_lines_and_a_full_line_28_characters()
    {
        var document = Setters.Lay(Samples.Notice with { Body = new string('民', 28 * 60) });
        var lines = document.Pages[1].Lines(Element.Body);
        lines.Count.ShouldBe(22);
        lines.ShouldAllBe(l => l.Single().Text.Length == 28);
        lines[0][0].Top.ShouldBe(37, 0.01);
        lines[^1][0].Bottom.ShouldBe(262, 0.01);
    }

    [Fact]
    public void Paragraphs_begin_two_characters_in() =>
        Setters.Lay(Samples.Notice).Pages[0].Lines(Element.Body)[0][0].Left.ShouldBe(Paper.Left + 2 * Paper.Cell, 0.01);

    [Theory]
    [InlineData("notice")]
    [InlineData("joint")]
    [InlineData("minutes")]
    public void No_line_begins_or_ends_with_punctuation_that_may_not(string sample)
    {
        foreach (var line in Setters.Lay(Samples.All[sample]).Pages.SelectMany(p => p.Lines(Element.Body).Concat(p.Lines(Element.Annex))))
        {
            NeverFirst.ShouldNotContain(line[0].Text[0]);
            NeverLast.ShouldNotContain(line[^1].Text[^1]);
        }
    }

    [Theory]
    [InlineData("，")]
    [InlineData("》。")]
    [InlineData("（")]
    [InlineData("——")]
    [InlineData("……")]
    [InlineData("“")]
    [InlineData("2026")]
    public void Punctuation_and_numbers_keep_together_wherever_the_line_ends(string mark)
    {
        for (var before = 20; before < 32; before++)
        {
            var text = $"{new string('民', before)}{mark}{new string('政', 40)}";
            var lines = Setters.Lay(Samples.Notice with { Body = text, MainRecipients = "" }).Pages.SelectMany(p => p.Lines(Element.Body)).Select(l => string.Concat(l.Select(t => t.Text))).ToArray();
            string.Concat(lines).ShouldBe(text);
            lines.ShouldAllBe(l => !NeverFirst.Contains(l[0]) && !NeverLast.Contains(l.Last()));
            if (mark.Length > 1)
                lines.Count(l => l.Contains(mark, StringComparison.Ordinal)).ShouldBe(1, $"{mark} after {before}");
        }
    }

    [Fact]
    public void Levels_are_set_in_their_faces()
    {
        var texts = Setters.Lay(Samples.Notice).Pages.SelectMany(p => p.Texts(Element.Body)).ToArray();
        FaceOf("一、总体要求").ShouldBe(Face.Hei);
        FaceOf("（一）落实主体责任。").ShouldBe(Face.Kai);
        FaceOf("养老机构法定代表人（主要负责人）").ShouldBe(Face.FangSong);
        FaceOf("开展拉网式排查。").ShouldBe(Face.FangSong);
        FaceOf("2026").ShouldBe(Face.Latin);
        Face FaceOf(string part) => texts.First(t => t.Text.Contains(part, StringComparison.Ordinal)).Face;
    }

    [Theory]
    [InlineData("一、总体要求", 6)]
    [InlineData("（一）加强领导。各地要高度重视。", 8)]
    [InlineData("一、请各单位认真落实本通知要求，按时报送材料。", 0)]
    [InlineData("2026年工作", 0)]
    [InlineData("1.开展排查。重点检查线路。", 7)]
    [InlineData("现将有关事项通知如下：", 0)]
    [InlineData("第一条　为了加强管理，制定本办法。", 3)]
    public void The_heading_of_a_paragraph_is_what_runs_in_before_its_text(string text, int length) =>
        BodyParagraph.Read(text).HeadingLength.ShouldBe(length);

    [Fact]
    public void Signature_and_date_never_stand_on_a_page_without_text()
    {
        var pitches = new HashSet<int>();
        for (var lines = 1; lines <= 60; lines++)
        {
            var document = Setters.Lay(Samples.Request with { Body = string.Join('\n', Enumerable.Repeat("市社会福利院现有床位不足。", lines)) });
            pitches.Add(document.Grid.Lines);
            var signed = document.Pages.Where(p => p.Texts(Element.FinalDate).Any()).ShouldHaveSingleItem();
            signed.Texts(Element.Signatory).ShouldNotBeEmpty();
            signed.Texts(Element.Body).ShouldNotBeEmpty($"{lines} lines");
        }
        pitches.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_seal_begins_within_a_line_of_the_text_and_covers_name_and_date()
    {
        var document = Setters.Lay(Samples.Letter);
        var page = document.Pages[0];
        var seal = page.Seals.ShouldHaveSingleItem();
        var text = page.Texts(Element.Body).Max(t => t.Bottom);
        (seal.Top - text).ShouldBeInRange(0, document.Grid.Pitch);
        foreach (var item in page.Texts(Element.Signatory).Concat(page.Texts(Element.FinalDate)))
            (item.Top > seal.Top && item.Bottom < seal.Top + Paper.Seal).ShouldBeTrue(item.Text);
        page.Texts(Element.Signatory).First().Baseline.ShouldBeLessThan(page.Texts(Element.FinalDate).First().Baseline);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void Seals_of_joint_issuers_neither_touch_nor_leave_the_text_block(int organs)
    {
        var document = Setters.Lay(Samples.Joint with { Organs = [.. Enumerable.Range(0, organs).Select(i => $"江州市{"民财教卫农林水"[i]}政局")] });
        var seals = document.Pages.SelectMany(p => p.Seals).ToArray();
        seals.Length.ShouldBe(organs);
        foreach (var page in document.Pages)
            foreach (var (a, b) in page.Seals.SelectMany((a, i) => page.Seals.Skip(i + 1).Select(b => (a, b))))
                Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y)).ShouldBeGreaterThan(Paper.Seal);
        seals.ShouldAllBe(s => s.X - Paper.Seal / 2 >= Paper.Left && s.X + Paper.Seal / 2 <= Paper.Right);
    }

    [Fact]
    public void Without_seal_the_date_begins_two_characters_right_of_the_name()
    {
        var page = Setters.Lay(Samples.Letter with { Seal = SealKind.None, Signatories = ["江州市养老服务工作领导小组"] }).Pages[0];
        var name = page.Texts(Element.Signatory).ToArray();
        name[^1].Right.ShouldBe(Paper.Right - 2 * Paper.Cell, 0.01);
        (page.Texts(Element.FinalDate).First().Left - name[0].Left).ShouldBe(2 * Paper.Cell, 0.01);
    }

    [Fact]
    public void A_date_longer_than_the_name_stays_two_from_the_edge_and_moves_the_name()
    {
        var page = Setters.Lay(Samples.Letter with { Seal = SealKind.None, Signatories = ["民政局"], Date = new(2026, 11, 20) }).Pages[0];
        page.Texts(Element.FinalDate).Last().Right.ShouldBe(Paper.Right - 2 * Paper.Cell, 0.01);
        (page.Texts(Element.FinalDate).First().Left - page.Texts(Element.Signatory).First().Left).ShouldBe(2 * Paper.Cell, 0.01);
    }

    [Fact]
    public void Names_of_attachments_hang_below_the_first_character_of_the_name()
    {
        var lines = Setters.Lay(Samples.Notice).Pages.SelectMany(p => p.Lines(Element.AttachmentNote)).ToArray();
        string.Concat(lines[0].Select(t => t.Text)).ShouldBe("附件：1. 养老机构安全隐患自查表");
        lines[1][0].Left.ShouldBe(Paper.Left + 5 * Paper.Cell, 0.01);
        lines[2][0].Left.ShouldBe(lines[1].First(t => t.Face == Face.FangSong).Left, 0.01);
    }

    [Fact]
    public void A_joint_document_shows_its_organs_below_each_other_and_the_word_beside_them()
    {
        var marks = Setters.Lay(Samples.Joint).Pages[0].Texts(Element.OrganMark).ToArray();
        marks.Select(m => m.Text).ShouldBe([.. Samples.Joint.Organs, "文件"]);
        marks[..3].Select(m => Math.Round(m.Left, 3)).Distinct().ShouldHaveSingleItem();
        marks[..3].Select(m => Math.Round(m.Right, 3)).Distinct().ShouldHaveSingleItem();
        marks[3].Left.ShouldBeGreaterThan(marks[0].Right);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(12)]
    public void However_many_organs_issue_it_the_first_page_shows_the_text(int organs)
    {
        var document = Setters.Lay(Samples.Joint with { Organs = [.. Enumerable.Range(1, organs).Select(i => $"江州市第{i}局")] });
        document.Pages[0].TextOf(Element.Body).ShouldNotBeEmpty();
        document.Pages[0].Texts().Where(t => t.Element != Element.PageNumber).ShouldAllBe(t => t.Bottom <= Paper.Bottom + 0.01);
    }
}
