using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class ReviewRulesTests
{
    [Fact] // case 26
    public void Nothing_is_signed_before_the_office_has_reviewed_it() =>
        (Drafts.Notice with { OfficeReview = null }).At(Stage.Signing).ShouldFind("DOC-D03", Strength.Reject);

    [Fact] // case 27
    public void A_review_with_a_part_unanswered_is_no_review()
    {
        var review = new ReviewChecklist([.. Drafts.PassedReview.Answers.Where(a => a.Part != ReviewPart.Consultation)]);
        review.IsComplete.ShouldBeFalse();
        (Drafts.Notice with { OfficeReview = review }).At(Stage.Signing).ShouldFind("DOC-D03", Strength.Reject).Measured.ShouldBe("Consultation");
    }

    [Fact] // case 27
    public void A_bare_no_is_no_answer()
    {
        var bare = new ReviewChecklist([.. Drafts.PassedReview.Answers, new(ReviewPart.Content, IsInOrder: false)]);
        bare.Unanswered.ShouldBe([ReviewPart.Content]);
        bare.IsPassed.ShouldBeFalse();
    }

    [Fact]
    public void An_objection_blocks_until_the_part_is_answered_again()
    {
        var objected = new ReviewChecklist([.. Drafts.PassedReview.Answers, new(ReviewPart.Content, IsInOrder: false, "与现行办法第八条抵触")]);
        objected.IsComplete.ShouldBeTrue();
        (Drafts.Notice with { OfficeReview = objected }).At(Stage.Signing).ShouldFind("DOC-D03", Strength.Reject).Measured.ShouldBe("与现行办法第八条抵触");
        new ReviewChecklist([.. objected.Answers, new(ReviewPart.Content, IsInOrder: true)]).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void What_a_meeting_deliberates_is_reviewed_before()
    {
        OutgoingRules.CheckBeforeDeliberation(Drafts.Notice with { OfficeReview = null }, Drafts.Today).ShouldFind("DOC-D04", Strength.Reject);
        OutgoingRules.CheckBeforeDeliberation(Drafts.Notice, Drafts.Today).ShouldBeEmpty();
    }

    [Theory] // case 29
    [InlineData("")]
    [InlineData("  ")]
    public void A_return_without_reason_is_refused(string reason)
    {
        (Drafts.Notice with { ReturnReason = reason }).At(Stage.OfficeReview).ShouldFind("DOC-D05", Strength.Reject);
        (Drafts.Notice with { ReturnReason = "事由不清" }).At(Stage.OfficeReview).ShouldBeEmpty();
    }

    [Theory] // case 44
    [InlineData(3, false, Strength.RejectOverridable)]
    [InlineData(3, true, null)]
    [InlineData(5, false, null)]
    [InlineData(15, false, null)]
    [InlineData(16, false, Strength.Warn)]
    public void A_legality_review_takes_five_to_fifteen_working_days(int days, bool emergency, Strength? expected)
    {
        var draft = Drafts.Notice with { IsNormative = true, LegalityReview = new(Passed: true, days, emergency) };
        draft.At(Stage.Signing).Select(f => (f.Rule.Id, f.Strength)).ShouldBe(expected is { } strength ? [("DOC-D09", strength)] : []);
    }

    [Fact] // cases 44 and 45
    public void Without_legality_review_a_normative_document_goes_on_no_agenda()
    {
        var draft = Drafts.Notice with { IsNormative = true };
        OutgoingRules.CheckBeforeDeliberation(draft, Drafts.Today).ShouldFind("DOC-D09", Strength.Reject);
        OutgoingRules.CheckBeforeDeliberation(draft with { LegalityReview = new(Passed: false, 8) }, Drafts.Today).ShouldFind("DOC-D09", Strength.Reject);
        OutgoingRules.CheckBeforeDeliberation(draft with { IsNormative = false }, Drafts.Today).ShouldBeEmpty();
    }

    [Fact] // case 47
    public void More_documents_than_last_year_are_warned_of()
    {
        var finding = (Drafts.Notice with { IssuedThisYear = 121, IssuedLastYear = 120 }).At(Stage.OfficeReview).ShouldFind("DOC-D11", Strength.Warn);
        finding.MessageZh.ShouldContain("书面说明");
        (Drafts.Notice with { IssuedThisYear = 120, IssuedLastYear = 120 }).At(Stage.OfficeReview).ShouldBeEmpty();
        (Drafts.Notice with { IssuedThisYear = 120 }).At(Stage.OfficeReview).ShouldBeEmpty();
    }

    [Fact]
    public void Whose_powers_are_touched_is_consulted()
    {
        var draft = Drafts.Notice with { ConcernedOrgans = ["市财政局", "市医保局"], Countersigns = [new("市财政局", CountersignResult.Agreed)] };
        draft.At(Stage.Signing).ShouldFind("DOC-D01", Strength.Reject).Required.ShouldBe("市医保局");
    }

    [Fact]
    public void A_document_nobody_says_the_need_of_is_warned_of() => (Drafts.Notice with { Necessity = " " }).At(Stage.OfficeReview).ShouldFind("DOC-R01", Strength.Warn);
}
