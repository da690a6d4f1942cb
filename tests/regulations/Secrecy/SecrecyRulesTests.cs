using Backoffice.Regulations.Calendar;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Secrecy;

public sealed class SecrecyRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly SecrecyFacts Fitting = new(SecrecyLevel.Confidential, 20, "", IsDerived: false, ScopeSize: 3, SecrecyLevel.Confidential, OrganLevel.City);
    private static readonly SecrecyFacts Received = Fitting with { IsReceived = true, IssuedOn = new(2026, 3, 1), CopyNumbers = "000004" };
    private static readonly SecrecyFacts Derived = Fitting with { IsDerived = true, Source = new SecrecySource(new(SecrecyLevel.Confidential, 20), []) };

    [Fact]
    public void A_mark_with_period_and_scope_within_the_organs_power_is_in_order()
    {
        SecrecyRules.Check(Fitting, Today).ShouldBeEmpty();
        SecrecyRules.Check(Fitting with { PeriodYears = 0, Condition = "方案公布后解密" }, Today).ShouldBeEmpty();
        SecrecyRules.Check(Fitting with { PeriodYears = 0, DeclassificationDate = new(2046, 11, 27) }, Today).ShouldBeEmpty();
        SecrecyRules.Check(new(SecrecyLevel.WorkSecret, 0, "", false, 0, SecrecyLevel.WorkSecret, OrganLevel.County), Today).ShouldBeEmpty();
        SecrecyRules.Check(Received, Today).ShouldBeEmpty();
        // An old item that bears no period.
        SecrecyRules.Check(Received with { PeriodYears = 0, IsPeriodUnmarked = true }, Today).ShouldBeEmpty();
        // A derived secret keeps the level of its source (第18条).
        SecrecyRules.Check(Fitting with { Organ = OrganLevel.County, IsDerived = true }, Today).ShouldBeEmpty();
        SecrecyRules.Check(Derived, Today).ShouldBeEmpty();
        SecrecyRules.Check(Derived with { Source = new(new(SecrecyLevel.Confidential, IsUnmarked: true), []) }, Today).ShouldBeEmpty();
        SecrecyRules.Check(Fitting with { Organ = OrganLevel.County, Referral = Referral.NoPower }, Today).ShouldBeEmpty();
    }

    [Fact] // cases 81, 82 and 92
    public void Each_breach_cites_its_article()
    {
        foreach (var (facts, rule) in new[]
        {
            (Fitting with { PeriodYears = 21 }, "SEC-02 第20条"),
            (Fitting with { PeriodYears = 0 }, "SEC-02 第20条"),
            (Fitting with { PeriodYears = 0, DeclassificationDate = new(2046, 11, 28) }, "SEC-02 第20条"),
            (Fitting with { Level = SecrecyLevel.Secret, PeriodYears = 11 }, "SEC-02 第20条"),
            (Fitting with { Condition = "方案公布后" }, "SEC-12 第22条"),
            (Fitting with { PeriodYears = 0, IsPeriodUnmarked = true }, "SEC-28 "),
            (Received with { IssuedOn = null }, "SEC-13 第19条"),
            (Received with { CopyNumbers = "" }, "DOC-E01 第9条(一)"),
            (Fitting with { Organ = OrganLevel.County }, "SEC-03 第17条"),
            (Fitting with { Level = SecrecyLevel.TopSecret, ZoneLevel = SecrecyLevel.TopSecret }, "SEC-03 第17条"),
            (Derived with { Level = SecrecyLevel.Secret, PeriodYears = 10 }, "SEC-07 第18条"),
            (Derived with { PeriodYears = 10 }, "SEC-07 第18条"),
            (Derived with { Source = Derived.Source! with { OutsideScope = ["县民政局"] } }, "SEC-07 第18条"),
            (Fitting with { ScopeSize = 0 }, "SEC-08 第21条"),
            (Fitting with { ZoneLevel = SecrecyLevel.Secret }, "SEC-20 第32条"),
            (Fitting with { Level = SecrecyLevel.WorkSecret }, "SEC-26 第64条"),
        })
            SecrecyRules.Check(facts, Today).Select(f => $"{f.Rule.Id} {f.Rule.Article}").ShouldBe([rule]);
    }

    [Theory] // case 80
    [InlineData(SecrecyLevel.Secret, 10, true)]
    [InlineData(SecrecyLevel.Secret, 11, false)]
    [InlineData(SecrecyLevel.Confidential, 20, true)]
    [InlineData(SecrecyLevel.Confidential, 21, false)]
    [InlineData(SecrecyLevel.TopSecret, 30, true)]
    [InlineData(SecrecyLevel.TopSecret, 31, false)]
    public void Periods_are_at_most_ten_twenty_and_thirty_years(SecrecyLevel level, int years, bool fits) =>
        SecrecyRules.Check(Fitting with { Level = level, PeriodYears = years, ZoneLevel = SecrecyLevel.TopSecret, Organ = OrganLevel.Province }, Today).Count.ShouldBe(fits ? 0 : 1);

    // A derived secret has the level of its source, whatever the organ's own power (case 82).
    [Fact]
    public void An_organ_of_a_city_follows_a_source_that_it_could_not_classify_itself()
    {
        var derived = Fitting with { Level = SecrecyLevel.TopSecret, ZoneLevel = SecrecyLevel.TopSecret, IsDerived = true, Source = new(new(SecrecyLevel.TopSecret, 20), []) };
        SecrecyRules.Check(derived, Today).ShouldBeEmpty();
        SecrecyRules.Check(derived with { Level = SecrecyLevel.Confidential }, Today).ShouldHaveSingleItem().Required.ShouldBe("绝密");
    }

    [Fact]
    public void What_another_organ_decides_is_reported_at_once_or_within_ten_working_days_and_waits_for_its_decision()
    {
        SecrecyRules.DecidedElsewhere(Referral.NoPower, "").ShouldHaveSingleItem().Rule.Id.ShouldBe("SEC-05");
        SecrecyRules.DecidedElsewhere(Referral.Unclear, "").ShouldHaveSingleItem().Rule.Id.ShouldBe("SEC-06");
        SecrecyRules.DecidedElsewhere(Referral.Unclear, "省民政厅密定〔2026〕3号").ShouldBeEmpty();
        SecrecyRules.DecidedElsewhere(Referral.None, "").ShouldBeEmpty();
        var (friday, calendar) = (new DateOnly(2026, 3, 6), WorkingCalendar.National);
        SecrecyRules.ReferralDue(Referral.NoPower, friday, calendar).ShouldBe(friday);
        SecrecyRules.ReferralDue(Referral.Unclear, friday, calendar).ShouldBe(new DateOnly(2026, 3, 20));
        SecrecyRules.ReferralDue(Referral.None, friday, calendar).ShouldBeNull();
    }

    [Fact] // case 84
    public void Nobody_approves_their_own_proposal_and_none_is_in_force_before_it_was_approved() =>
        new[] { SecrecyRules.ApprovesOwn(), SecrecyRules.NotConfirmed() }.ShouldAllBe(f => f.Rule.Id == "SEC-04" && f.Rule.Article == "第16条");

    [Fact]
    public void Others_get_to_know_by_the_principal_head_and_readers_of_the_higher_levels_are_recorded()
    {
        (SecrecyRules.OutsideScope(SecrecyLevel.Secret, "县民政局").Rule.Id, SecrecyRules.OutsideScope(SecrecyLevel.WorkSecret, "县民政局").Rule.Id).ShouldBe(("SEC-08", "SEC-26"));
        SecrecyRules.NotThePrincipal().Rule.Citation.ShouldBe("《中华人民共和国保守国家秘密法》第21条");
        SecrecyRules.LeavesTheZone("市财政局").Rule.Id.ShouldBe("SEC-19B");
        Enum.GetValues<SecrecyLevel>().Where(SecrecyRules.RecordsReaders).ShouldBe([SecrecyLevel.Confidential, SecrecyLevel.TopSecret]);
    }

    [Theory]
    [InlineData("绝 密 ★30年", SecrecyLevel.TopSecret)]
    [InlineData("秘密★1年，附件机密★5年", SecrecyLevel.Confidential)]
    [InlineData("注意保密", SecrecyLevel.None)]
    public void The_highest_mark_of_a_text_is_found(string text, SecrecyLevel level) => StateSecretMark.LevelIn(text).ShouldBe(level);

    // Case 79: the star is of state secrets alone.
    [Theory]
    [InlineData(SecrecyLevel.Secret, SecrecyLevel.None, "SEC-11")]
    [InlineData(SecrecyLevel.Secret, SecrecyLevel.WorkSecret, "SEC-11")]
    [InlineData(SecrecyLevel.Confidential, SecrecyLevel.Secret, "SEC-11")]
    [InlineData(SecrecyLevel.Secret, SecrecyLevel.Confidential, "")]
    public void A_text_bears_no_mark_above_that_of_its_document(SecrecyLevel written, SecrecyLevel marked, string rule) =>
        string.Join(',', SecrecyRules.MarkIsTheDocuments(written, marked).Select(f => f.Rule.Id)).ShouldBe(rule);

    [Theory]
    [InlineData("机密★10年\n通知", "")]
    [InlineData("机密★方案公布后", "")]
    [InlineData("秘密★2036年3月16日", "")]
    [InlineData("机密★\n通知", "SEC-12")]
    [InlineData("内部★5年", "SEC-01")]
    [InlineData("评为三星★好评", "")]
    public void What_only_looks_like_a_mark_is_told(string text, string rule) => string.Join(',', MarkForm.Check(text).Select(f => f.Rule.Id)).ShouldBe(rule);
}
