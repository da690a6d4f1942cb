using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class SigningRulesTests
{
    private static readonly SignOff Deputy = Drafts.Notice.SignOff!;

    [Fact] // case 30
    public void An_upward_document_signed_by_a_deputy_is_refused() => (Drafts.Request with { SignOff = Deputy }).At(Stage.Signing).ShouldFind("DOC-D06", Strength.Reject);

    [Fact] // case 30
    public void An_acting_head_signs_upward_documents_on_his_appointment()
    {
        var acting = Deputy with { Rank = SignerRank.ActingHead };
        (Drafts.Request with { SignOff = acting }).At(Stage.Signing).ShouldFind("DOC-D06", Strength.Reject).Required.ShouldBe("主持工作的任职依据");
        (Drafts.Request with { SignOff = acting with { AppointmentRef = "青组干〔2026〕9号" } }).At(Stage.Signing).ShouldBeEmpty();
    }

    [Fact]
    public void An_important_document_is_signed_by_the_principal_head() =>
        (Drafts.Notice with { IsImportant = true, CopyRecipients = [Drafts.CityGovernment] }).At(Stage.Signing).ShouldFind("DOC-D06", Strength.Reject);

    [Fact]
    public void Nobody_but_a_head_signs() => (Drafts.Notice with { SignOff = Deputy with { Rank = SignerRank.None } }).At(Stage.Signing).ShouldFind("DOC-D06", Strength.Reject);

    [Fact]
    public void A_document_that_is_not_signed_stops_at_the_recheck()
    {
        (Drafts.Notice with { SignOff = null }).At(Stage.Signing).ShouldBeEmpty();
        (Drafts.Notice with { SignOff = null }).At(Stage.Recheck).ShouldFind("DOC-D06", Strength.Reject);
        (Drafts.Notice with { SignOff = Deputy with { Kind = SignOffKind.Opinion } }).At(Stage.Recheck).ShouldFind("DOC-D06", Strength.Reject).Measured.ShouldBe("不同意");
    }

    [Fact] // case 31
    public void A_signature_without_full_date_is_refused() => (Drafts.Notice with { SignOff = Deputy with { On = null } }).At(Stage.Signing).ShouldFind("DOC-D07", Strength.Reject);

    [Theory] // case 31
    [InlineData(SignOffKind.Circled, true)]
    [InlineData(SignOffKind.Signed, true)]
    [InlineData(SignOffKind.Opinion, false)]
    public void A_circle_or_a_name_is_agreement_and_an_opinion_what_it_says(SignOffKind kind, bool agrees)
    {
        var signOff = Deputy with { Kind = kind };
        signOff.Kind.ShouldBe(kind);
        signOff.Agrees.ShouldBe(agrees);
        (signOff with { OpinionAgrees = true }).Agrees.ShouldBeTrue();
    }

    [Fact] // case 35
    public void An_upward_document_without_signer_names_stops_at_the_recheck()
    {
        var draft = Drafts.Request with { SignerNames = [" "] };
        draft.At(Stage.Signing).ShouldBeEmpty();
        draft.At(Stage.Recheck).ShouldFind("DOC-E06", Strength.Reject);
        (Drafts.Notice with { SignerNames = [] }).At(Stage.Recheck).ShouldBeEmpty();
    }

    [Theory] // case 39
    [InlineData(Stage.Recheck)]
    [InlineData(Stage.Dispatch)]
    public void A_substantive_change_goes_back_to_the_same_signer(Stage stage) =>
        (Drafts.Notice with { ChangeAfterSigning = ChangeAfterSigning.Substantive }).At(stage).ShouldFind("DOC-O01", Strength.Reject).Required.ShouldBe("周敏复审");

    [Fact] // case 39
    public void An_editorial_change_stays_signed() => (Drafts.Notice with { ChangeAfterSigning = ChangeAfterSigning.Editorial }).At(Stage.Dispatch).ShouldBeEmpty();

    [Fact]
    public void A_joint_document_is_signed_by_the_heads_of_all()
    {
        var draft = Drafts.Notice with { JointOrgans = [new("青山市民政局", OrganLevel.City, SignedOn: new(2026, 3, 3)), new("青山市财政局", OrganLevel.City)] };
        draft.At(Stage.Recheck).ShouldFind("DOC-D08", Strength.Reject).Measured.ShouldBe("青山市财政局");
    }
}
