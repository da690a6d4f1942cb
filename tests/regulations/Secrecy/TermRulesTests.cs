using Backoffice.Regulations.Secrecy;
using Shouldly;
using Xunit;

namespace Backoffice.Regulations.Tests.Secrecy;

public sealed class TermRulesTests
{
    private static readonly DateOnly Issued = new(2016, 3, 15);
    private static readonly SecrecyTerm TenYears = new(SecrecyLevel.Secret, 10);
    private static readonly DateOnly Before = new(2026, 3, 15);
    private static readonly SecrecyChange Kept = new(TenYears, Issued, ReviewOutcome.Keep, null, IsOriginalHere: true, "", [], "");
    private static readonly SecrecyChange Extended = Kept with { Outcome = ReviewOutcome.Extend, OpenFrom = new(2031, 3, 16) };

    // Case 85: secret on the last day, and none from the next one on.
    [Fact]
    public void A_period_runs_from_the_day_of_issue_and_its_last_day_is_still_secret()
    {
        TenYears.DeclassifiedFrom(Issued).ShouldBe(new DateOnly(2026, 3, 16));
        TenYears.DeclassifiedFrom(null).ShouldBeNull();
        new SecrecyTerm(SecrecyLevel.Secret, OpenFrom: new(2020, 1, 1)).DeclassifiedFrom(Issued).ShouldBe(new DateOnly(2020, 1, 1));
        new SecrecyTerm(SecrecyLevel.Secret, Condition: "方案公布后").DeclassifiedFrom(Issued).ShouldBeNull();
    }

    // What bears no period has the longest of its level (SEC-28).
    [Theory]
    [InlineData(SecrecyLevel.Secret, 2026)]
    [InlineData(SecrecyLevel.Confidential, 2036)]
    [InlineData(SecrecyLevel.TopSecret, 2046)]
    public void An_old_item_without_a_period_has_the_longest_of_its_level(SecrecyLevel level, int year) =>
        new SecrecyTerm(level, IsUnmarked: true).DeclassifiedFrom(Issued).ShouldBe(new DateOnly(year, 3, 16));

    [Theory]
    [InlineData(10, "", "机密★10年")]
    [InlineData(0, "方案公布后", "机密★方案公布后")]
    [InlineData(0, "", "机密")]
    public void A_mark_is_printed_with_what_ends_it(int years, string condition, string printed) =>
        new SecrecyTerm(SecrecyLevel.Confidential, years, Condition: condition).Printed.ShouldBe(printed);

    [Fact]
    public void A_date_is_printed_in_place_of_the_period() => new SecrecyTerm(SecrecyLevel.Secret, OpenFrom: new(2036, 3, 16)).Printed.ShouldBe("秘密★2036年3月16日");

    [Fact]
    public void A_review_that_keeps_shortens_extends_or_declassifies_in_time_is_in_order()
    {
        foreach (var change in new[]
        {
            Kept,
            Extended,
            Kept with { Outcome = ReviewOutcome.Shorten, OpenFrom = new(2026, 3, 16), IssuedOn = new(2020, 3, 15) },
            Kept with { Outcome = ReviewOutcome.Declassify },
            Extended with { IsOriginalHere = false, Authority = "省民政厅 密定〔2026〕3号" },
            Extended with { SentTo = ["市财政局"], Notice = "民密〔2026〕1号" },
        })
            TermRules.Check(change, Before).ShouldBeEmpty();
    }

    // Case 86: extended before the end, by whoever classified it or its superior.
    [Fact]
    public void What_breaks_the_rules_of_change_cites_them()
    {
        foreach (var (change, on, rule) in new[]
        {
            (Extended, Before.AddDays(1), "SEC-14 Outcome"),
            (Extended with { OpenFrom = new(2026, 3, 16) }, Before, "SEC-14 OpenFrom"),
            (Extended with { OpenFrom = null }, Before, "SEC-14 OpenFrom"),
            (Extended with { Term = new(SecrecyLevel.Secret, Condition: "公布后") }, Before, "SEC-14 OpenFrom"),
            (Extended with { OpenFrom = new(2037, 3, 16) }, Before, "SEC-02 OpenFrom"),
            (Kept with { Outcome = ReviewOutcome.Shorten, OpenFrom = new(2026, 3, 17) }, Before, "SEC-14 OpenFrom"),
            (Kept with { Outcome = ReviewOutcome.Shorten, OpenFrom = Before }, Before, "SEC-14 OpenFrom"),
            (Extended with { IsOriginalHere = false }, Before, "SEC-14 Authority"),
            (Kept with { Outcome = ReviewOutcome.Declassify, SentTo = ["市财政局"] }, Before, "SEC-15 Notice"),
        })
            TermRules.Check(change, on).Select(f => $"{f.Rule.Id} {f.Field}").ShouldBe([rule]);
    }

    [Fact] // case 87
    public void A_review_is_due_twelve_months_after_the_last_one()
    {
        SecrecyChange.IsDue(new(2025, 3, 15), new(2026, 3, 14)).ShouldBeFalse();
        SecrecyChange.IsDue(new(2025, 3, 15), new(2026, 3, 15)).ShouldBeTrue();
    }
}
