using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class DownwardRulesTests
{
    private static readonly OutgoingFacts ToGovernments = Drafts.Notice with { MainRecipients = [Drafts.CountyGovernments] };

    [Fact] // case 14
    public void A_department_gives_no_directives_to_lower_governments()
    {
        ToGovernments.At(Stage.Drafting).ShouldFind("DOC-R11", Strength.Reject).Field.ShouldBe(nameof(OutgoingFacts.GovernmentApprovalRef));
        (ToGovernments with { IsDirective = false }).At(Stage.Drafting).ShouldBeEmpty();
        (ToGovernments with { Issuer = new("青山市人民政府办公室") { IsGovernment = true } }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact]
    public void A_letter_that_gives_directions_is_a_directive_too() =>
        (Drafts.Letter with { MainRecipients = [Drafts.CountyGovernments], IsDirective = true }).At(Stage.Drafting).ShouldFind("DOC-R11", Strength.Reject);

    [Fact] // case 15
    public void The_governments_approval_has_to_stand_in_the_text()
    {
        var approved = ToGovernments with { GovernmentApprovalRef = "青政办批〔2026〕5号" };
        approved.At(Stage.Drafting).ShouldFind("DOC-R11", Strength.Reject).Field.ShouldBe(nameof(OutgoingFacts.Body));
        (approved with { Body = "各县区人民政府：经市政府同意，现就有关事项通知如下。" }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact] // case 16
    public void The_counterparts_one_level_down_may_be_written_to() =>
        (Drafts.Notice with { MainRecipients = [Drafts.CountyBureaus] }).At(Stage.Dispatch).ShouldBeEmpty();

    [Fact] // case 22
    public void An_important_document_is_copied_to_the_direct_superior()
    {
        var important = Drafts.Notice with { IsImportant = true, SignOff = Drafts.Request.SignOff };
        important.At(Stage.Drafting).ShouldFind("DOC-R10", Strength.Reject);
        (important with { CopyRecipients = [Drafts.CityGovernment] }).At(Stage.Dispatch).ShouldBeEmpty();
        (important with { CopyRecipients = [Drafts.Stranger] }).At(Stage.Drafting).Select(f => f.Strength).ShouldBe([Strength.Warn, Strength.Warn]);
    }

    [Theory]
    [InlineData(CountersignResult.Refused, "不同意")]
    [InlineData(CountersignResult.Pending, "未会签")]
    public void What_the_departments_have_not_agreed_on_is_not_issued(CountersignResult result, string measured)
    {
        var draft = Drafts.Notice with { Countersigns = [new("市财政局", CountersignResult.Agreed), new("市医保局", result)] };
        draft.At(Stage.Signing).ShouldFind("DOC-R13", Strength.Reject).Measured.ShouldBe(measured);
        (draft with { Countersigns = [new("市医保局", CountersignResult.Agreed)] }).At(Stage.Signing).ShouldBeEmpty();
    }
}
