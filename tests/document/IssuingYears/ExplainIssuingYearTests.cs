using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IssuingYears;

public sealed class ExplainIssuingYearTests
{
    // Rulebook case 47.
    [Theory, EveryDatabase]
    public async Task The_office_director_explains_growth_once_and_a_later_explanation_stands(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        await Issued.FillAsync(suite, 2020, 120);
        await Issued.FillAsync(suite, 2021, 121);
        var before = (await suite.YearsAs(Office.Clerk).GetIssuingYearAsync(new GetIssuingYearRequest { Name = "issuingYears/2021" })).IssuingYear;
        var request = new ExplainIssuingYearRequest { Name = "issuingYears/2021", Etag = before.Etag, Explanation = "新增社会救助专项工作。", RequestId = Guid.NewGuid().ToString() };

        var answer = await suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(request);

        var explained = answer.IssuingYear;
        (explained.Explanation, explained.Person, explained.IssuedCount, explained.ExplanationRequired).ShouldBe(("新增社会救助专项工作。", "people/office-director", 121, true));
        explained.ExplainTime.ShouldNotBeNull();
        (await suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(request)).ShouldBe(answer);
        (await suite.YearsAs(Office.Clerk).GetIssuingYearAsync(new GetIssuingYearRequest { Name = "issuingYears/2021" })).IssuingYear.ShouldBe(explained);
        await Refused.ForAsync("STALE_ETAG", suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(new ExplainIssuingYearRequest { Name = "issuingYears/2021", Etag = before.Etag, Explanation = "另有说明。" }));
        var again = await suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(new ExplainIssuingYearRequest { Name = "issuingYears/2021", Etag = explained.Etag, Explanation = "另有说明。" });
        again.IssuingYear.Explanation.ShouldBe("另有说明。");
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_explains_and_nothing_is_explained_that_did_not_grow(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store);
        await Issued.FillAsync(suite, 2020, 2);
        await Issued.FillAsync(suite, 2021, 2);
        var request = new ExplainIssuingYearRequest { Name = "issuingYears/2021", Explanation = "说明" };
        foreach (var person in (string[])[Office.Clerk, Office.Staff, Office.Director, Office.County])
            await Refused.ForAsync("PERMISSION_DENIED", suite.YearsAs(person).ExplainIssuingYearAsync(request));
        (await Refused.ForAsync("NOTHING_TO_EXPLAIN", suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(request))).Metadata["issued"].ShouldBe("2");
        // The first year of a register grew from nothing.
        request.Name = "issuingYears/2020";
        await Refused.ForAsync("NOTHING_TO_EXPLAIN", suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(request));
        request.Explanation = "";
        (await Refused.FieldsOfAsync(suite.YearsAs(Office.OfficeDirector).ExplainIssuingYearAsync(request))).ShouldBe(["explanation"]);
    }
}
