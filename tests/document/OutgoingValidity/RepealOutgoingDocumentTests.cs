using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using Date = Google.Type.Date;

namespace Backoffice.Document.Tests.OutgoingValidity;

/// <summary>条例 第33条 (rule DOC-M06): repealed, a document is not in force from a day on.</summary>
public sealed class RepealOutgoingDocumentTests(DocumentSuites suites)
{
    // Rulebook case 50: in force up to the day of its repeal.
    [Theory, EveryDatabase]
    public async Task A_repealed_document_is_read_on_with_the_day_it_ceased_to_be_in_force(StoreKind store)
    {
        var suite = await suites.On(store);
        var (on, by) = (await DraftUnderway.AtAsync(suite, "dispatched"), await DraftUnderway.AtAsync(suite, "dispatched"));
        var today = DraftUnderway.Today;
        var request = new RepealOutgoingDocumentRequest { Name = on.Name, RepealedBy = by.Name, Reason = "已有新规定", EffectiveDate = new Date { Year = today.Year + 1, Month = 1, Day = 1 } };
        var early = request.Clone();
        early.EffectiveDate = new Date { Year = today.Year - 1, Month = 1, Day = 1 };
        await Refused.ForAsync("REPEAL_DATE", ValidityOf(suite).RepealOutgoingDocumentAsync(early));
        await Refused.ForAsync("PERMISSION_DENIED", ValidityOf(suite, Office.Director).RepealOutgoingDocumentAsync(request));

        var repealed = (await ValidityOf(suite).RepealOutgoingDocumentAsync(request)).OutgoingDocument;

        (repealed.Invalidity.Kind, repealed.Invalidity.EffectiveDate, repealed.Invalidity.DocumentNumber).ShouldBe((InvalidityKind.Repealed, request.EffectiveDate, (await by.GetAsync()).DocumentNumber));
        var seen = await on.GetAsync(Office.County);
        (seen.Body.Length > 0, seen.Invalidity.EffectiveDate).ShouldBe((true, request.EffectiveDate));
        var page = await on.PagesAs(Office.County).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf });
        page.Invalidity.Kind.ShouldBe(InvalidityKind.Repealed);
        var dispatch = (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name })).Dispatches.Single();
        (await on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = dispatch.Name })).Dispatch.SignForTime.ShouldNotBeNull();
    }

    private static OutgoingValidityService.OutgoingValidityServiceClient ValidityOf(Suite suite, string person = Office.Clerk) => new(suite.As("document", person));
}
