using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class NumberRulesTests
{
    [Theory] // case 36
    [InlineData(Stage.Drafting)]
    [InlineData(Stage.Recheck)]
    public void A_number_before_registration_is_refused(Stage stage) =>
        (Drafts.Notice with { Number = new("青民发", 2026, 12) }).At(stage).ShouldFind("DOC-O02", Strength.Reject).Measured.ShouldBe("青民发〔2026〕12号");

    [Fact]
    public void A_document_without_number_is_not_dispatched() =>
        OutgoingRules.Check(Drafts.Notice, Stage.Dispatch, Drafts.Today).ShouldFind("DOC-O02", Strength.Reject);

    [Fact] // case 34
    public void A_joint_document_bears_the_number_of_its_main_organ()
    {
        var joint = Drafts.Notice with { JointOrgans = [new("青山市民政局", OrganLevel.City, SignedOn: new(2026, 3, 3)), new("青山市财政局", OrganLevel.City, SignedOn: new(2026, 3, 4))] };
        (joint with { Number = new("青财发", 2026, 3) }).At(Stage.Registration).ShouldFind("DOC-E05", Strength.Reject);
        (joint with { Number = new("青民发", 2026, 12) }).At(Stage.Registration).ShouldBeEmpty();
    }

    [Fact] // case 49
    public void An_organ_outside_the_approved_scope_receives_nothing()
    {
        var draft = Drafts.Notice with { DispatchList = ["市政府", "市残联"] };
        draft.At(Stage.Registration).ShouldBeEmpty();
        draft.At(Stage.Dispatch).ShouldFind("DOC-O02", Strength.Reject).Measured.ShouldBe("市残联");
    }
}
