using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class CustodyRulesTests
{
    private static readonly CustodyFacts Open = new() { Level = SecrecyLevel.None, ProtectedAs = SecrecyLevel.None };

    private static readonly CustodyFacts TopSecret = new() { Level = SecrecyLevel.TopSecret, ProtectedAs = SecrecyLevel.TopSecret, Custodian = "陈一", IsInSecureRoom = true };

    [Fact]
    public void What_is_kept_as_its_level_asks_is_in_order()
    {
        CustodyRules.Check(Open, Drafts.Today).ShouldBeEmpty();
        CustodyRules.Check(TopSecret, Drafts.Today).ShouldBeEmpty();
        CustodyRules.Check(TopSecret with { LevelIsChanged = true, ChangedByClassifier = true }, Drafts.Today).ShouldBeEmpty();
        CustodyRules.Check(Open with { IsPublished = true }, Drafts.Today).ShouldBeEmpty();
        CustodyRules.Check(Open with { ScopeIsWidened = true, IssuerApproved = true }, Drafts.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Classified_documents_are_kept_in_the_rooms_made_for_them() => Single(TopSecret with { IsInSecureRoom = false }).ShouldBe(("DOC-M02", "第29条"));

    [Fact]
    public void A_document_is_protected_at_the_level_proposed_for_it() => Single(TopSecret with { ProtectedAs = SecrecyLevel.None }).ShouldBe(("DOC-M03", "第30条"));

    [Fact]
    public void A_top_secret_document_has_a_named_custodian() => Single(TopSecret with { Custodian = "" }).ShouldBe(("DOC-M03", "第30条"));

    [Fact]
    public void A_level_is_changed_by_whoever_set_it_or_by_the_superior() => Single(TopSecret with { LevelIsChanged = true }).ShouldBe(("DOC-M03", "第30条"));

    [Fact]
    public void Only_the_issuer_widens_who_gets_a_document() => Single(Open with { ScopeIsWidened = true }).ShouldBe(("DOC-M04", "第31条"));

    [Fact]
    public void What_is_classified_is_not_published() => Single(TopSecret with { IsPublished = true }).ShouldBe(("DOC-M04", "第31条"));

    [Fact]
    public void The_lead_organ_files_the_original()
    {
        var finding = CustodyRules.CheckFiling("市民政局", "市财政局", Drafts.Today).ShouldHaveSingleItem();
        (finding.Rule.Id, finding.Required).ShouldBe(("DOC-M01", "市民政局"));
        CustodyRules.CheckFiling("市民政局", "市民政局", Drafts.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Classified_documents_that_are_due_are_handed_back()
    {
        CustodyRules.CheckReturns(3, Drafts.Today).ShouldHaveSingleItem().Rule.Id.ShouldBe("DOC-M07");
        CustodyRules.CheckReturns(0, Drafts.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Documents_are_destroyed_after_approval_and_classified_ones_registered_and_counted()
    {
        var proper = new DisposalFacts(SecrecyLevel.Secret, Listed: 5, Counted: 5, IsApproved: true, IsRegistered: true);
        CustodyRules.CheckDisposal(proper, Drafts.Today).ShouldBeEmpty();
        CustodyRules.CheckDisposal(proper with { Level = SecrecyLevel.None, IsRegistered = false }, Drafts.Today).ShouldBeEmpty();
        foreach (var (facts, field) in new[] { (proper with { IsApproved = false }, "IsApproved"), (proper with { IsRegistered = false }, "IsRegistered"), (proper with { Counted = 4 }, "Counted") })
        {
            var finding = CustodyRules.CheckDisposal(facts, Drafts.Today).ShouldHaveSingleItem();
            (finding.Rule.Id, finding.Field, finding.Strength).ShouldBe(("DOC-M08", field, Strength.Reject));
        }
    }

    [Fact]
    public void Whoever_issues_documents_is_entered_among_the_issuing_organs()
    {
        CustodyRules.CheckIssuer("市大数据局", isEntered: false, Drafts.Today).ShouldHaveSingleItem().Rule.Id.ShouldBe("DOC-M10");
        CustodyRules.CheckIssuer("市大数据局", isEntered: true, Drafts.Today).ShouldBeEmpty();
        CustodyRules.CheckIssuer("市大数据局", isEntered: false, new DateOnly(2012, 6, 30)).ShouldBeEmpty();
    }

    private static (string Id, string Article) Single(CustodyFacts facts)
    {
        var rule = CustodyRules.Check(facts, Drafts.Today).ShouldHaveSingleItem().Rule;
        return (rule.Id, rule.Article);
    }
}
