using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class IssuerRulesTests
{
    private static readonly Recipient Mayor = new("张市长", Relation.Person);

    [Fact] // case 9
    public void A_document_to_a_leader_needs_his_assignment()
    {
        var draft = Drafts.Report with { MainRecipients = [Mayor] };
        draft.At(Stage.Drafting).ShouldFind("DOC-R08", Strength.Reject).Measured.ShouldBe("张市长");
        (draft with { AssignedByLeaderRef = "批示〔2026〕18号" }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact]
    public void A_person_who_is_no_superior_may_be_a_citizen_who_is_answered() =>
        (Drafts.Letter with { MainRecipients = [Mayor] }).At(Stage.Drafting).ShouldFind("DOC-R08", Strength.Warn);

    [Fact] // case 10
    public void A_document_in_the_name_of_our_head_is_refused_even_when_assigned() =>
        (Drafts.Report with { Issuer = new("李国栋", IssuerKind.Person), AssignedByLeaderRef = "批示〔2026〕18号" }).At(Stage.Drafting).ShouldFind("DOC-R08", Strength.Reject)
            .Field.ShouldBe(nameof(OutgoingFacts.Issuer));

    [Fact] // case 17
    public void Of_the_sections_only_the_office_issues_documents()
    {
        (Drafts.Letter with { Issuer = new("社会救助科", IssuerKind.Section) }).At(Stage.Drafting).ShouldFind("DOC-R15", Strength.Reject);
        (Drafts.Letter with { Issuer = new("办公室", IssuerKind.Office) }).At(Stage.Drafting).ShouldBeEmpty();
        (Drafts.Notice with { Issuer = new("社会救助科", IssuerKind.Section), Direction = RoutingDirection.Internal }).At(Stage.Drafting).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_relation_is_warned_of_and_refuses_nothing()
    {
        var findings = (Drafts.Request with { MainRecipients = [Drafts.Stranger] }).At(Stage.Drafting);
        findings.ShouldFind("DOC-R02", Strength.Warn).Measured.ShouldBe("某某中心");
        findings.Warnings().Count().ShouldBe(1);
    }

    [Fact]
    public void Joint_organs_are_of_one_level()
    {
        var draft = Drafts.Notice with { JointOrgans = [Organ("青山市民政局"), Organ("东湖区财政局") with { Level = OrganLevel.County }] };
        draft.At(Stage.Drafting).ShouldFind("DOC-R14", Strength.Reject).Measured.ShouldBe("东湖区财政局");
        (draft with { JointOrgans = [Organ("青山市民政局"), Organ("青山市财政局")] }).At(Stage.Dispatch).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_party_work_alone_is_not_issued_by_both()
    {
        var draft = Drafts.Notice with { JointOrgans = [Organ("青山市民政局"), Organ("中共青山市委组织部") with { System = OrganSystem.Party }], MatterScope = MatterScope.PartyOnly };
        draft.At(Stage.Drafting).ShouldFind("DOC-R14", Strength.Reject).Field.ShouldBe(nameof(OutgoingFacts.MatterScope));
        (draft with { MatterScope = MatterScope.Shared }).At(Stage.Drafting).ShouldBeEmpty();
    }

    private static JointOrgan Organ(string name) => new(name, OrganLevel.City, SignedOn: new(2026, 11, 20));
}
