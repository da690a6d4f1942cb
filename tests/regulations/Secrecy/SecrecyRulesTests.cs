using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Secrecy;

public sealed class SecrecyRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly SecrecyFacts Fitting = new(SecrecyLevel.Confidential, 20, "", IsDerived: false, ScopeSize: 3, SecrecyLevel.Confidential, OrganLevel.City);

    [Fact]
    public void A_mark_with_period_and_scope_within_the_organs_power_is_in_order()
    {
        SecrecyRules.Check(Fitting, Today).ShouldBeEmpty();
        SecrecyRules.Check(Fitting with { PeriodYears = 0, Condition = "方案公布后解密" }, Today).ShouldBeEmpty();
        SecrecyRules.Check(new(SecrecyLevel.WorkSecret, 0, "", false, 0, SecrecyLevel.WorkSecret, OrganLevel.County), Today).ShouldBeEmpty();
        // A derived secret keeps the level of its source (第18条).
        SecrecyRules.Check(Fitting with { Organ = OrganLevel.County, IsDerived = true }, Today).ShouldBeEmpty();
    }

    [Fact]
    public void Each_breach_cites_its_article()
    {
        foreach (var (facts, rule) in new[]
        {
            (Fitting with { PeriodYears = 21 }, "SEC-02 第20条"),
            (Fitting with { PeriodYears = 0 }, "SEC-02 第20条"),
            (Fitting with { Level = SecrecyLevel.Secret, PeriodYears = 11 }, "SEC-02 第20条"),
            (Fitting with { Organ = OrganLevel.County }, "SEC-03 第17条"),
            (Fitting with { Level = SecrecyLevel.TopSecret, ZoneLevel = SecrecyLevel.TopSecret }, "SEC-03 第17条"),
            (Fitting with { ScopeSize = 0 }, "SEC-08 第21条"),
            (Fitting with { ZoneLevel = SecrecyLevel.Secret }, "SEC-20 第32条"),
            (Fitting with { Level = SecrecyLevel.WorkSecret }, "SEC-26 第64条"),
        })
            SecrecyRules.Check(facts, Today).Select(f => $"{f.Rule.Id} {f.Rule.Article}").ShouldBe([rule]);
    }

    [Theory]
    [InlineData("绝 密 ★30年", SecrecyLevel.TopSecret)]
    [InlineData("秘密★1年，附件机密★5年", SecrecyLevel.Confidential)]
    [InlineData("注意保密", SecrecyLevel.None)]
    public void The_highest_mark_of_a_text_is_found(string text, SecrecyLevel level) => StateSecretMark.LevelIn(text).ShouldBe(level);
}
