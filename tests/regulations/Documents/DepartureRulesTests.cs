using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Rules;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Documents;

public sealed class DepartureRulesTests
{
    [Fact] // case 62
    public void Nobody_leaves_with_documents_that_are_not_handed_back()
    {
        var finding = DepartureRules.Check("陈一", 2, 0, Drafts.Today).ShouldHaveSingleItem();
        (finding.Rule.Id, finding.Rule.Article, finding.Strength, finding.Measured).ShouldBe(("DOC-M09", "第36条", Strength.Reject, "2"));
        DepartureRules.Check("陈一", 0, 0, Drafts.Today).ShouldBeEmpty();
        DepartureRules.Check("陈一", 2, 0, new DateOnly(2012, 6, 30)).ShouldBeEmpty();
        // 保密法 第46条 of those that are state secrets.
        DepartureRules.Check("陈一", 2, 1, Drafts.Today).Select(f => (f.Rule.Id, f.Measured)).ShouldBe([("DOC-M09", "2"), ("SEC-21", "1")]);
    }
}
