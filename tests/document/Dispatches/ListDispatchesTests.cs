using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Dispatches;

public sealed class ListDispatchesTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_ledger_tells_who_was_sent_it_and_who_signed_for_it(StoreKind store)
    {
        var draft = DraftUnderway.Notice();
        draft.CopyRecipients = "市财政局、市教育局、市审计局";
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatched", draft);
        var request = new ListDispatchesRequest { Parent = on.Name, PageSize = 3 };

        var first = await on.DispatchesAs(Office.Staff).ListDispatchesAsync(request);

        first.Dispatches.Select(d => d.Organ).ShouldBe(["县民政局", "市财政局", "市教育局"]);
        (first.SentCount, first.SignedForCount).ShouldBe((4, 0));
        await on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = first.Dispatches[0].Name });
        request.PageToken = first.NextPageToken;
        var second = await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(request);
        second.Dispatches.Select(d => d.Organ).ShouldBe(["市审计局"]);
        (second.SentCount, second.SignedForCount, second.NextPageToken).ShouldBe((4, 1, ""));
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_see_the_document_sees_no_ledger(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatched");
        var request = new ListDispatchesRequest { Parent = on.Name };
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.DispatchesAs(DraftUnderway.Outsider).ListDispatchesAsync(request));
        // Who else received it is not for a receiver.
        await Refused.ForAsync("PERMISSION_DENIED", on.DispatchesAs(Office.County).ListDispatchesAsync(request));
    }
}
