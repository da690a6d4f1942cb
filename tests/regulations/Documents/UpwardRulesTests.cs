using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class UpwardRulesTests
{
    [Fact] // cases 1 and 2: what is overridable passes for whoever overrides it, which the caller records
    public void Two_main_recipients_are_refused_unless_the_office_director_lets_them_pass()
    {
        var findings = (Drafts.Request with { MainRecipients = [Drafts.CityGovernment, Drafts.ProvinceDepartment] }).At(Stage.Drafting);
        findings.ShouldFind("DOC-R03", Strength.RejectOverridable).Measured.ShouldBe("2");
        findings.Overridable().Count().ShouldBe(1);
        findings.Blocking().ShouldBeEmpty();
    }

    [Fact] // case 4
    public void A_copy_to_a_subordinate_cannot_be_let_pass()
    {
        var findings = (Drafts.Request with { CopyRecipients = [Drafts.CountyBureaus] }).At(Stage.Drafting);
        findings.ShouldFind("DOC-R03", Strength.Reject).Field.ShouldBe(nameof(OutgoingFacts.CopyRecipients));
        findings.Overridable().ShouldBeEmpty();
    }

    [Fact] // case 5
    public void A_copy_to_a_peer_is_in_order() => (Drafts.Report with { CopyRecipients = [Drafts.CityFinance] }).At(Stage.Dispatch).ShouldBeEmpty();

    [Theory] // case 6
    [InlineData(2)]
    [InlineData(0)]
    public void A_request_carries_one_matter(int matters) => (Drafts.Request with { Matters = matters }).At(Stage.Drafting).ShouldFind("DOC-R06", Strength.Reject);

    [Fact]
    public void A_report_may_carry_several_matters() => (Drafts.Report with { Matters = 3 }).At(Stage.Drafting).ShouldBeEmpty();

    [Fact] // case 7
    public void A_report_with_a_declared_request_is_refused() =>
        (Drafts.Report with { RequestItems = ["追加经费"] }).At(Stage.Drafting).ShouldFind("DOC-R07", Strength.Reject).Suggestion.ShouldContain("“请示”");

    [Fact]
    public void A_report_that_sounds_like_a_request_passes_with_a_warning() =>
        (Drafts.Report with { Body = "现将情况报告如下。所需经费，请予批准。" }).At(Stage.Drafting).ShouldFind("DOC-R07", Strength.Warn).Measured.ShouldBe("请予批准");

    [Fact]
    public void A_notice_may_speak_of_approval_without_asking_for_it() =>
        (Drafts.Notice with { Body = "各地制定方案后，请批准机关及时公布。" }).At(Stage.Drafting).ShouldBeEmpty();

    [Fact] // case 11
    public void A_level_may_be_skipped_by_exception_and_never_without_copy()
    {
        var draft = Drafts.Report with { MainRecipients = [Drafts.ProvinceGovernment] };
        draft.At(Stage.Drafting).ShouldFind("DOC-R02", Strength.Reject).Field.ShouldBe(nameof(OutgoingFacts.CopyRecipients));
        (draft with { CopyRecipients = [Drafts.CityGovernment] }).At(Stage.Drafting).ShouldFind("DOC-R02", Strength.RejectOverridable);
    }

    [Fact]
    public void A_skipped_level_is_only_warned_of_while_a_copy_may_be_going_to_it() =>
        (Drafts.Report with { MainRecipients = [Drafts.ProvinceGovernment], CopyRecipients = [Drafts.Stranger] }).At(Stage.Drafting)
            .ShouldAllBe(f => f.Rule.Id == "DOC-R02" && f.Strength == Strength.Warn);

    [Fact] // case 12
    public void A_major_matter_goes_to_the_line_superior_only_with_local_consent()
    {
        var draft = Drafts.Request with { MainRecipients = [Drafts.ProvinceDepartment], IsMajorMatter = true };
        draft.At(Stage.Drafting).ShouldFind("DOC-R04", Strength.Reject);
        (draft with { LocalConsentRef = "青政办批〔2026〕3号" }).At(Stage.Drafting).ShouldBeEmpty();
        (draft with { IsMajorMatter = false }).At(Stage.Drafting).ShouldBeEmpty();
        (draft with { MainRecipients = [Drafts.CityGovernment] }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact]
    public void A_subordinates_request_is_passed_on_with_our_opinion()
    {
        var draft = Drafts.Request with { ForwardedRequestRef = "incomingDocuments/7" };
        draft.At(Stage.Drafting).ShouldFind("DOC-R05", Strength.Reject);
        (draft with { InclinedOpinion = "拟同意" }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact]
    public void Under_dual_leadership_the_other_superior_is_thought_of()
    {
        var draft = Drafts.Report with { OtherSuperior = "省民政厅" };
        draft.At(Stage.Drafting).ShouldFind("DOC-R09", Strength.Warn);
        (draft with { CopyRecipients = [Drafts.ProvinceDepartment] }).At(Stage.Drafting).ShouldBeEmpty();
    }
}
