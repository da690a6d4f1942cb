using Backoffice.Regulations.Rules;
using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Secrecy;

/// <summary>Copies, publication and leaks.</summary>
public sealed class HandlingOfSecretsTests
{
    // Case 89: our head alone does not do for 绝密.
    [Theory]
    [InlineData(SecrecyLevel.TopSecret, false, "", "SEC-16 第26条")]
    [InlineData(SecrecyLevel.TopSecret, false, "省民政厅 密复〔2026〕2号", "")]
    [InlineData(SecrecyLevel.TopSecret, true, "", "")]
    [InlineData(SecrecyLevel.Confidential, false, "", "")]
    public void Top_secrets_are_copied_with_the_approval_of_whoever_classified_them(SecrecyLevel level, bool original, string authority, string rule) =>
        string.Join(',', CopyRules.Check(level, original, authority).Select(f => $"{f.Rule.Id} {f.Rule.Article}")).ShouldBe(rule);

    [Fact]
    public void Nothing_is_copied_without_approval() => CopyRules.NotApproved(SecrecyLevel.Secret).Rule.Citation.ShouldBe("《中华人民共和国保守国家秘密法实施条例》第27条");

    [Fact] // case 92
    public void Copies_of_state_secrets_are_numbered_and_no_others()
    {
        SecrecyRules.CopiesAreNumbered(SecrecyLevel.Secret, "").ShouldHaveSingleItem().Rule.Citation.ShouldBe("《党政机关公文处理工作条例》第9条(一)");
        SecrecyRules.CopiesAreNumbered(SecrecyLevel.Secret, "000001").ShouldBeEmpty();
        SecrecyRules.CopiesAreNumbered(SecrecyLevel.WorkSecret, "").ShouldBeEmpty();
    }

    [Fact] // case 90
    public void Everything_is_published_after_its_review_and_nothing_that_is_marked()
    {
        PublicationRules.Check(SecrecyLevel.None, [("正文", true), ("名单", true)]).ShouldBeEmpty();
        PublicationRules.Check(SecrecyLevel.None, [("正文", true), ("名单", null), ("图表", false)]).Select(f => (f.Rule.Id, f.Measured)).ShouldBe([("SEC-24", "名单"), ("SEC-24", "图表")]);
        PublicationRules.Check(SecrecyLevel.WorkSecret, [("正文", true)]).ShouldHaveSingleItem().Rule.Id.ShouldBe("DOC-M04");
    }

    // Case 91: 24 hours of the clock, through the night from Friday to Saturday.
    [Fact]
    public void A_leak_is_reported_by_the_same_hour_of_the_next_day()
    {
        var discovered = new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.FromHours(8));
        var due = LeakRules.ReportDue(discovered);
        due.ShouldBe(new DateTimeOffset(2026, 3, 7, 9, 0, 0, TimeSpan.FromHours(8)));
        LeakRules.Check(discovered, due, due.AddDays(9)).ShouldBeEmpty();
        LeakRules.Check(discovered, null, due).ShouldBeEmpty();
        foreach (var late in new[] { LeakRules.Check(discovered, due.AddMinutes(1), due.AddDays(9)), LeakRules.Check(discovered, null, due.AddMinutes(1)) })
        {
            var finding = late.ShouldHaveSingleItem();
            (finding.Rule.Id, finding.Rule.Article, finding.Strength).ShouldBe(("SEC-25", "第61条", Strength.Warn));
        }
    }
}
