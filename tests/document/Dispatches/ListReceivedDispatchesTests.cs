using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Dispatches;

public sealed class ListReceivedDispatchesTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Pages_put_together_are_what_the_unit_received_newest_first(StoreKind store)
    {
        var suite = await suites.On(store);
        var sent = new List<string>();
        for (var i = 0; i < 3; i++)
            sent.Add((await DraftUnderway.AtAsync(suite, "dispatched")).Name);

        var received = await ListAsync(suite, new ListReceivedDispatchesRequest { PageSize = 2 });

        received.Select(DocumentOf).Where(sent.Contains).ShouldBe(Enumerable.Reverse(sent));
        received.Select(d => d.Name).Distinct().Count().ShouldBe(received.Count);
        received.ShouldAllBe(d => d.Unit == Office.CountyUnit && d.Title.Length > 0 && d.DocumentNumber.Length > 0);
    }

    // One copy for each section of the county: sent at the same instant, no page may lose one.
    [Theory, EveryDatabase]
    public async Task What_was_sent_at_one_instant_is_listed_once(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "dispatch");
        await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(Enumerable.Range(1, 5).Select(i => new Recipient { Organ = "县民政局", CopyCount = i })));
        var copies = (await ListAsync(suite, new ListReceivedDispatchesRequest { PageSize = 1 })).Where(d => DocumentOf(d) == on.Name).Select(d => d.CopyCount);
        copies.Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Theory, EveryDatabase]
    public async Task What_was_signed_for_is_outstanding_no_more(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "dispatched");
        var dispatch = (await ListAsync(suite, new ListReceivedDispatchesRequest { OutstandingOnly = true })).Single(d => DocumentOf(d) == on.Name);
        await on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = dispatch.Name });
        (await ListAsync(suite, new ListReceivedDispatchesRequest { OutstandingOnly = true })).ShouldNotContain(d => DocumentOf(d) == on.Name);
        (await ListAsync(suite, new ListReceivedDispatchesRequest())).ShouldContain(d => DocumentOf(d) == on.Name);
        // Another unit received nothing.
        (await on.DispatchesAs(Office.Clerk).ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest())).Dispatches.ShouldBeEmpty();
        await Refused.ForAsync("PERMISSION_DENIED", on.DispatchesAs(Office.Staff).ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest()));
    }

    private static string DocumentOf(Dispatch dispatch) => dispatch.Name[..dispatch.Name.IndexOf("/dispatches", StringComparison.Ordinal)];

    private static async Task<List<Dispatch>> ListAsync(Suite suite, ListReceivedDispatchesRequest request)
    {
        var received = new List<Dispatch>();
        var county = new DispatchService.DispatchServiceClient(suite.As("document", Office.County));
        do
        {
            var page = await county.ListReceivedDispatchesAsync(request);
            received.AddRange(page.Dispatches);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return received;
    }
}
