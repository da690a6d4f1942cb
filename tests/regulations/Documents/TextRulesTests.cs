using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class TextRulesTests
{
    [Fact] // case 25
    public void A_title_with_another_kind_than_chosen_is_refused()
    {
        var finding = (Drafts.Request with { Title = "青山市民政局关于新建养老服务中心的报告" }).At(Stage.OfficeReview).ShouldFind("DOC-D02", Strength.Reject);
        (finding.Measured, finding.Required).ShouldBe(("报告", "请示"));
    }

    [Fact]
    public void A_title_without_kind_is_refused_and_no_title_finally()
    {
        (Drafts.Request with { Title = "关于新建养老服务中心的请示报告" }).At(Stage.OfficeReview).ShouldFind("DOC-E07", Strength.RejectOverridable);
        (Drafts.Letter with { Title = "关于市政协第12号提案的答复" }).At(Stage.OfficeReview).ShouldFind("DOC-E07", Strength.RejectOverridable);
        (Drafts.Request with { Title = " " }).At(Stage.OfficeReview).ShouldFind("DOC-E07", Strength.Reject);
    }

    [Fact] // case 40
    public void Attachments_are_named_as_the_list_prints_them()
    {
        var draft = Drafts.Notice with { AttachmentList = AttachmentNames.Split("附件：1.名单"), Attachments = ["名单表"] };
        var finding = draft.At(Stage.OfficeReview).ShouldFind("DOC-E10", Strength.Reject);
        (finding.Measured, finding.Required).ShouldBe(("名单表", "名单"));
        (draft with { Attachments = ["名单"] }).At(Stage.OfficeReview).ShouldBeEmpty();
    }

    [Fact]
    public void An_attachment_that_is_not_listed_or_not_there_is_found()
    {
        (Drafts.Notice with { Attachments = ["名单"] }).At(Stage.OfficeReview).ShouldFind("DOC-E10", Strength.Reject).Required.ShouldBeEmpty();
        (Drafts.Notice with { AttachmentList = ["名单"] }).At(Stage.OfficeReview).ShouldFind("DOC-E10", Strength.Reject).Measured.ShouldBeEmpty();
    }

    [Theory] // case 41
    [InlineData("名单；")]
    [InlineData("名单。")]
    public void Punctuation_after_the_name_of_an_attachment_is_warned_of(string listed) =>
        (Drafts.Notice with { AttachmentList = [listed], Attachments = ["名单"] }).At(Stage.OfficeReview).ShouldFind("FMT-7.3.4", Strength.Warn).Required.ShouldBe("名单");

    [Fact]
    public void A_printed_list_of_attachments_is_read_line_by_line()
    {
        AttachmentNames.Split("附件：1.经费表\n      2．名单（2026.1版）").ShouldBe(["经费表", "名单（2026.1版）"]);
        AttachmentNames.Split("附件：经费表").ShouldBe(["经费表"]);
        AttachmentNames.Split("").ShouldBeEmpty();
    }

    [Theory] // case 42
    [InlineData(Urgency.Routine)]
    [InlineData(Urgency.TopPriority)]
    public void Marks_of_telegrams_are_refused_on_documents(Urgency urgency)
    {
        (Drafts.Notice with { Urgency = urgency }).At(Stage.Drafting).ShouldFind("DOC-E03", Strength.Reject);
        (Drafts.Notice with { Urgency = urgency, Carrier = Carrier.Telegram }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Urgency.Urgent)]
    [InlineData(Urgency.ExtraUrgent)]
    public void Urgent_and_extra_urgent_are_marks_of_documents(Urgency urgency) => (Drafts.Notice with { Urgency = urgency }).At(Stage.Drafting).ShouldBeEmpty();

    [Theory] // case 46
    [InlineData(4_300, true, true)]
    [InlineData(3_900, true, false)]
    [InlineData(4_000, true, false)]
    [InlineData(5_200, false, true)]
    [InlineData(4_300, false, false)]
    [InlineData(5_000, false, false)]
    [InlineData(5_001, false, true)]
    public void A_long_text_is_warned_of(int characters, bool specialTask, bool warned)
    {
        var findings = (Drafts.Notice with { Body = new('字', characters), IsSpecialTask = specialTask }).At(Stage.OfficeReview);
        findings.Select(f => (f.Rule.Id, f.Strength)).ShouldBe(warned ? [("DOC-D10", Strength.Warn)] : []);
    }

    [Fact]
    public void To_demand_reports_from_below_is_warned_of() =>
        (Drafts.Notice with { DemandsFollowUp = true }).At(Stage.Drafting).ShouldFind("DOC-D12", Strength.Warn);
}
