using Backoffice.Proofreading.Texts;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests;

public sealed class CorrectionsTests
{
    private static readonly ProofText Text = new()
    {
        Title = "关于做好救助工作通知。",
        MainRecipients = "各县区,各单位",
        Body = "截止目前,已于2026年03月05日印发民发[2026]12号。\n请认真执行.",
        AttachmentList = ["名单", "表格。"],
        AttachmentTitles = ["名单", "表格"],
    };

    [Fact]
    public void All_that_is_suggested_can_be_put_in_at_once()
    {
        var mended = Text.With([.. Proofreader.Read(Text, Background.None).Where(f => f.Suggestion is not null)]);
        mended.Title.ShouldBe("关于做好救助工作通知");
        mended.MainRecipients.ShouldBe("各县区，各单位");
        mended.Body.ShouldBe("截至目前，已于2026年3月5日印发民发〔2026〕12号。\n请认真执行。");
        mended.AttachmentList.ShouldBe(["名单", "表格"]);
    }

    [Fact]
    public void What_was_mended_is_found_no_more()
    {
        var mended = Text;
        for (var round = 0; Proofreader.Read(mended, Background.None).Where(f => f.Suggestion is not null).ToArray() is { Length: > 0 } found; round++)
        {
            round.ShouldBeLessThan(3, string.Join('、', found.Select(f => f.MessageZh)));
            mended = mended.With(found);
        }
        mended.Title.ShouldBe("关于做好救助工作的通知");
    }

    [Fact]
    public void A_place_is_where_the_text_has_what_was_found()
    {
        foreach (var finding in Proofreader.Read(Text, Background.None))
            Text.WordingOf(finding.Place.Element, finding.Place.Item).Substring(finding.Place.Offset, finding.Place.Length).ShouldBe(finding.Found);
        Proofreader.Read(Text, Background.None).Single(f => f.Found == ".").Place.ShouldBe(new Place(Element.Body, 0, 2, Text.Body.Length - 1, 1));
    }

    [Fact]
    public void What_has_no_suggestion_and_what_is_upon_another_is_not_put_in()
    {
        var open = Proofreader.Read(new ProofText { Title = "关于做好救助工作的通知", Body = "2026年2月30日" }, Background.None);
        Should.Throw<ArgumentException>(() => Text.With(open)).Message.ShouldStartWith("Body.0.0.10.DOC-P02 has no suggestion.");
        var found = Proofreader.Read(Text, Background.None).First(f => f.Suggestion is not null);
        Should.Throw<ArgumentException>(() => Text.With([found, Proofreader.Read(Text, Background.None).First(f => f.Id == found.Id)]));
    }

    [Fact]
    public void Another_text_has_another_hash()
    {
        Text.Sha256().ShouldBe((Text with { }).Sha256());
        new[] { Text with { Title = "甲" }, Text with { Body = "乙" }, Text with { AttachmentList = ["名单", "表格"] }, Text with { Title = "", MainRecipients = Text.Title } }
            .Select(t => t.Sha256()).Append(Text.Sha256()).ShouldBeUnique();
    }

    [Fact]
    public void No_finding_is_upon_another_and_each_has_its_source()
    {
        var findings = Proofreader.Read(Text, Background.None);
        findings.Count.ShouldBeGreaterThan(6);
        findings.ShouldAllBe(f => f.Rule.Citation.Length > 0 && f.MessageZh.Length > 0 && f.MessageEn.Length > 0);
        findings.ShouldAllBe(f => !findings.Any(g => g != f && g.Place.Overlaps(f.Place) && g.Suggestion != null && f.Suggestion != null));
        findings.Select(f => f.Id).ShouldBeUnique();
    }
}
