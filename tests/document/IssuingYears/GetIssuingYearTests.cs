using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IssuingYears;

public sealed class GetIssuingYearTests
{
    // Rulebook case 47: the 121st document of a year after one of 120.
    [Theory, EveryDatabase]
    public async Task One_more_than_last_year_is_warned_of_and_the_statistic_asks_for_an_explanation(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var year = DraftUnderway.Today.Year;
        await Issued.FillAsync(suite, year - 1, 100);
        await Issued.FillAsync(suite, year - 1, 20, code: "民函");
        await Issued.FillAsync(suite, year - 1, 3, voided: true);
        await Issued.FillAsync(suite, year, 119);
        var last = await DraftUnderway.AtAsync(suite, "register");
        (await last.GetAsync()).Findings.ShouldNotContain(f => f.RuleId == "DOC-D11");
        await last.DoAsync("register");
        (await GetAsync(suite, year)).ShouldSatisfyAllConditions(y => (y.IssuedCount, y.PreviousCount, y.ExplanationRequired).ShouldBe((120, 120, false)));

        var more = await DraftUnderway.AtAsync(suite, "register");

        var found = (await more.GetAsync()).Findings.Single(f => f.RuleId == "DOC-D11");
        (found.Strength, found.Measured, found.Required, found.Article).ShouldBe((Strength.Warn, "121", "≤120", "第1条"));
        await more.DoAsync("register");
        (await more.GetAsync()).Findings.Single(f => f.RuleId == "DOC-D11").Measured.ShouldBe("121");
        var statistic = await GetAsync(suite, year);
        (statistic.IssuedCount, statistic.PreviousCount, statistic.ExplanationRequired, statistic.Explanation).ShouldBe((121, 120, true, ""));
    }

    [Theory, EveryDatabase]
    public async Task The_first_year_of_the_register_has_nothing_to_be_compared_with(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        var on = await DraftUnderway.AtAsync(suite, "print");
        (await on.GetAsync()).Findings.ShouldNotContain(f => f.RuleId == "DOC-D11");
        var first = await GetAsync(suite, DraftUnderway.Today.Year);
        (first.IssuedCount, first.PreviousCount, first.ExplanationRequired).ShouldBe((1, 0, false));
        (await Refused.FieldsOfAsync(suite.YearsAs(Office.Staff).GetIssuingYearAsync(new GetIssuingYearRequest { Name = "issuingYears/26" }))).ShouldBe(["name"]);
        await Refused.ForAsync("PERMISSION_DENIED", suite.YearsAs(Office.County).GetIssuingYearAsync(new GetIssuingYearRequest { Name = "issuingYears/2026" }));
    }

    private static async Task<IssuingYear> GetAsync(Suite suite, int year) =>
        (await suite.YearsAs(Office.Staff).GetIssuingYearAsync(new GetIssuingYearRequest { Name = $"issuingYears/{year}" })).IssuingYear;
}
