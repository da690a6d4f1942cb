using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>The rulebook's cases 64 to 75 as far as the page decides them; 66 and 67 of DOCX are with it, 71 is a rule of drafting.</summary>
public sealed class RulebookFormatTests
{
    [Fact] // case 64
    public void The_date_is_printed_in_Arabic_figures_without_leading_zeros() =>
        Setters.Lay(Samples.Notice).TextOf(Element.FinalDate).ShouldBe("2026年3月5日");

    [Fact] // case 65
    public void A_copy_number_has_six_figures()
    {
        Setters.Lay(Samples.Request).TextOf(Element.CopyNumber).ShouldBe("000001");
        Should.Throw<ArgumentOutOfRangeException>(() => Setters.Lay(Samples.Request with { CopyNumber = 1_000_000 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Setters.Lay(Samples.Request with { CopyNumber = 0 }));
    }

    [Fact] // case 67
    public void Text_is_of_16_points_the_title_of_22_the_colophon_of_14()
    {
        var page = Setters.Lay(Samples.Notice);
        Sizes(Element.Body).ShouldBe([16]);
        Sizes(Element.Title).ShouldBe([22]);
        Sizes(Element.Printing).ShouldBe([14]);
        page.Pages.SelectMany(p => p.Texts(Element.Body)).ShouldContain(t => t.Face == Face.FangSong);
        double[] Sizes(Element element) => [.. page.Pages.SelectMany(p => p.Texts(element)).Select(t => t.Size).Distinct()];
    }

    [Fact] // case 69
    public void The_first_page_of_a_letter_has_no_number_and_the_second_has()
    {
        var letter = Setters.Lay(Samples.Letter with { Body = string.Concat(Enumerable.Repeat(Samples.Letter.Body + "\n", 5)) });
        letter.Pages[0].TextOf(Element.PageNumber).ShouldBeEmpty();
        letter.Pages[1].TextOf(Element.PageNumber).ShouldBe("— 2 —");
    }

    [Fact] // case 70
    public void Sixty_main_recipients_move_to_the_colophon_and_the_text_is_on_the_first_page()
    {
        var recipients = string.Join("，", Enumerable.Range(1, 60).Select(i => $"江州市第{i}养老服务中心"));
        var document = Setters.Lay(Samples.Notice with { MainRecipients = recipients });
        document.RecipientsInColophon.ShouldBeTrue();
        document.Pages[0].TextOf(Element.MainRecipients).ShouldBeEmpty();
        document.Pages[0].TextOf(Element.Body).ShouldNotBeEmpty();
        document.Pages[^1].TextOf(Element.CopyRecipients).ShouldStartWith($"主送：{recipients}。抄送：");
        Setters.Lay(Samples.Notice).RecipientsInColophon.ShouldBeFalse();
    }

    [Fact] // case 72
    public void An_upward_document_has_its_number_left_and_its_signer_right_on_one_line()
    {
        var page = Setters.Lay(Samples.Request).Pages[0];
        var number = page.Texts(Element.DocumentNumber).ToArray();
        var signer = page.Texts(Element.Signer).ToArray();
        number.Concat(signer).Select(t => Math.Round(t.Baseline, 3)).Distinct().ShouldHaveSingleItem();
        number[0].Left.ShouldBe(Paper.Left + Paper.Cell, 0.01);
        signer[^1].Right.ShouldBe(Paper.Right - Paper.Cell, 0.01);
        signer[^1].Face.ShouldBe(Face.Kai);
    }

    [Fact] // case 72
    public void Of_several_signers_two_stand_on_a_line_and_the_number_beside_the_last()
    {
        var page = Setters.Lay(Samples.Request with { Signers = ["赵建国", "钱伟", "孙丽"] }).Pages[0];
        var lines = page.Lines(Element.Signer);
        lines.Select(l => string.Concat(l.Select(t => t.Text))).ShouldBe(["签发人：赵建国钱伟", "孙丽"]);
        lines[1][0].Left.ShouldBe(lines[0][1].Left, 0.01);
        page.Texts(Element.DocumentNumber).First().Baseline.ShouldBe(lines[1][0].Baseline, 0.01);
    }

    [Fact] // case 74
    public void An_attachment_starts_on_a_new_page_and_the_page_numbers_continue()
    {
        var document = Setters.Lay(Samples.Notice);
        var annex = document.Pages.First(p => p.Texts(Element.AnnexLabel).Any());
        annex.Texts(Element.Body).ShouldBeEmpty();
        annex.TextOf(Element.PageNumber).ShouldBe($"— {annex.Number} —");
        annex.Number.ShouldBe(document.Pages.Last(p => p.Texts(Element.Body).Any()).Number + 1);
        document.LineOf(annex.Texts(Element.AnnexLabel).First()).ShouldBe(0);
        document.LineOf(annex.Texts(Element.AnnexTitle).First()).ShouldBe(2);
    }

    [Fact] // case 75
    public void The_colophon_names_printing_organ_and_date_except_in_a_letter()
    {
        var printing = Setters.Lay(Samples.Notice).Pages[^1].Lines(Element.Printing).ShouldHaveSingleItem();
        string.Concat(printing.Select(t => t.Text)).ShouldBe("江州市民政局办公室2026年3月6日印发");
        Setters.Lay(Samples.Letter with { PrintingOrgan = "江州市民政局办公室", PrintingDate = new(2026, 3, 21) }).TextOf(Element.Printing).ShouldBeEmpty();
        Setters.Lay(Samples.Letter).Pages.SelectMany(p => p.Items).Where(i => i.Element == Element.ColophonRule).ShouldBeEmpty();
    }

    [Fact]
    public void The_colophon_stands_on_an_even_page_and_a_blank_page_before_it_leaves_both_without_number()
    {
        var numbers = new HashSet<bool>();
        for (var lines = 1; lines <= 30; lines++)
        {
            var document = Setters.Lay(Samples.Request with { Body = string.Join('\n', Enumerable.Repeat("市社会福利院现有床位不足。", lines)) });
            var last = document.Pages[^1];
            last.TextOf(Element.Printing).ShouldNotBeEmpty();
            (last.Number % 2).ShouldBe(0);
            var afterBlank = document.Pages[^2].Items.Count == 0;
            last.ShowsNumber.ShouldBe(!afterBlank);
            document.Pages[^2].ShowsNumber.ShouldBe(!afterBlank);
            numbers.Add(afterBlank);
        }
        numbers.Count.ShouldBe(2);
    }
}
