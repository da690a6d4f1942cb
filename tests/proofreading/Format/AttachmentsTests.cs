using Backoffice.Proofreading.Findings;
using Backoffice.Proofreading.Texts;
using Backoffice.Regulations.Documents;
using Shouldly;
using Xunit;

namespace Backoffice.Proofreading.Tests.Format;

public sealed class AttachmentsTests
{
    [Theory]
    [InlineData("救助对象名单。", "救助对象名单", "救助对象名单。 → 救助对象名单")]
    [InlineData("救助对象名册", "救助对象名单", "救助对象名册 → 救助对象名单")]
    public void A_name_that_is_not_the_title_is_found(string listed, string title, string found) =>
        Reading.Of(new ProofText { Title = "关于做好救助工作的通知", AttachmentList = [listed], AttachmentTitles = [title] }, FindingKind.Attachment).ShouldBe([found]);

    [Fact]
    public void What_is_listed_alone_and_what_is_attached_alone_are_found()
    {
        Reading.Of(new ProofText { Title = "关于做好救助工作的通知", AttachmentList = ["名单"] }, FindingKind.Attachment).ShouldBe(["名单 → ?"]);
        Reading.Of(new ProofText { Title = "关于做好救助工作的通知", AttachmentTitles = ["名单"] }, FindingKind.Attachment).ShouldBe(["名单 → ?"]);
    }

    [Theory]
    [InlineData(new[] { "附件1：名单.docx", "附件2 自查表.xlsx" }, "")]
    [InlineData(new[] { "附件2.xlsx", "附件1.docx" }, "")]
    [InlineData(new[] { "1.名单.docx", "2.《自查表》.xlsx", "名单.pdf" }, "")]
    [InlineData(new[] { "自查表.xlsx", "名单.docx" }, "名单")]
    [InlineData(new[] { "名单.docx", "附件2：自检表.xlsx" }, "自查表")]
    [InlineData(new[] { "名单.docx" }, "自查表")]
    [InlineData(new[] { "名单.docx", "自查表.xlsx", "说明.docx" }, "关于做好救助工作的通知")]
    public void The_list_is_held_against_the_files_in_name_and_order(string[] files, string found)
    {
        var text = new ProofText { Title = "关于做好救助工作的通知", AttachmentList = ["名单", "自查表"], Enclosed = [.. files.Select(Enclosure.OfFile)] };
        Reading.Of(text, FindingKind.Attachment).ShouldBe(found.Length == 0 ? [] : [$"{found} → ?"]);
    }

    [Fact]
    public void An_attachment_that_the_text_mentions_is_listed()
    {
        var text = new ProofText { Title = "关于做好救助工作的通知", Body = "名单见附件，表格见附件2。" };
        Reading.Of(text, FindingKind.Attachment).ShouldBe(["见附件 → ?", "见附件2 → ?"]);
        Reading.Of(text with { AttachmentList = ["名单"], AttachmentTitles = ["名单"] }, FindingKind.Attachment).ShouldBe(["见附件2 → ?"]);
        Reading.Of(text with { AttachmentList = ["名单", "表格"], AttachmentTitles = ["名单", "表格"] }, FindingKind.Attachment).ShouldBeEmpty();
        Reading.Of(text with { Body = "名单见附件。\n附件：名单" }, FindingKind.Attachment).ShouldBeEmpty();
    }
}
