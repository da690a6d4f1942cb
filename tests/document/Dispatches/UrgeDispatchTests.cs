using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Dispatches;

/// <summary>Receipts that are overdue, by working days, and urged.</summary>
public sealed class UrgeDispatchTests
{
    // A Thursday, ten in the morning at the office; three working days later it is Tuesday.
    private static readonly DateTimeOffset Sent = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    [Theory, EveryDatabase]
    public async Task What_nobody_signed_for_within_three_working_days_is_listed_and_urged_once_a_day(StoreKind store)
    {
        var clock = ShiftedClock.At(Sent);
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var draft = DraftUnderway.Notice();
        draft.CopyRecipients = "市财政局、市教育局";
        var on = await DraftUnderway.AtAsync(suite, "dispatched", draft);
        var other = await DraftUnderway.AtAsync(suite, "dispatched");
        await other.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = (await LedgerAsync(other)).Single().Name });

        (await OverdueOnAsync(Sent.AddDays(5))).ShouldBeEmpty();
        (await OverdueOnAsync(Sent.AddDays(6))).ShouldBe(["县民政局", "市财政局", "市教育局"]);
        (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name, OverdueOnly = true })).Dispatches.Count.ShouldBe(3);

        var county = (await LedgerAsync(on))[0].Name;
        var request = new UrgeDispatchRequest { Name = county, Note = "请尽快签收。", RequestId = Guid.NewGuid().ToString() };
        var urged = await on.DispatchesAs(Office.Clerk).UrgeDispatchAsync(request);
        (await on.DispatchesAs(Office.Clerk).UrgeDispatchAsync(request)).ShouldBe(urged);
        (urged.Dispatch.Urgings.ShouldHaveSingleItem().Person, urged.Dispatch.Urgings[0].Note).ShouldBe(("people/clerk", "请尽快签收。"));
        (await UrgeOnAsync(Sent.AddDays(6))).ShouldBe("URGED_TODAY");
        // Another person is no second urging of the day; that of a Friday holds over the weekend.
        (await UrgeOnAsync(Sent.AddDays(8))).ShouldBe("");
        (await UrgeOnAsync(Sent.AddDays(9))).ShouldBe("URGED_TODAY");
        (await UrgeOnAsync(Sent.AddDays(11))).ShouldBe("");

        var received = (await on.DispatchesAs(Office.County).ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest { OutstandingOnly = true })).Dispatches.Single();
        received.Urgings.Count.ShouldBe(3);
        (await suite.EventsAsync<DispatchUrged>("document")).Select(e => (e.Dispatch, e.Unit, e.Count)).ShouldBe([(county, Office.CountyUnit, 1), (county, Office.CountyUnit, 2), (county, Office.CountyUnit, 3)]);
        await on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = county });
        await Refused.ForAsync("NOTHING_TO_URGE", on.DispatchesAs(Office.Clerk).UrgeDispatchAsync(new UrgeDispatchRequest { Name = county }));
        (await OverdueOnAsync(Sent.AddDays(11))).ShouldBe(["市财政局", "市教育局"]);

        async Task<IReadOnlyList<string>> OverdueOnAsync(DateTimeOffset day)
        {
            clock.Shift = day - TimeProvider.System.GetUtcNow();
            var (organs, list) = (new List<string>(), new ListDispatchesRequest { Parent = "outgoingDocuments/-", OverdueOnly = true, PageSize = 2 });
            do
            {
                var page = await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(list);
                organs.AddRange(page.Dispatches.Select(d => d.Organ));
                list.PageToken = page.NextPageToken;
            }
            while (list.PageToken.Length > 0);
            return organs;
        }

        async Task<string> UrgeOnAsync(DateTimeOffset day)
        {
            clock.Shift = day - TimeProvider.System.GetUtcNow();
            return await Refused.ReasonOfAsync(on.DispatchesAs(Office.OfficeDirector).UrgeDispatchAsync(new UrgeDispatchRequest { Name = county }));
        }
    }

    [Theory, EveryDatabase]
    public async Task Whoever_may_not_see_the_document_urges_nobody(StoreKind store)
    {
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, ShiftedClock.At(Sent));
        var on = await DraftUnderway.AtAsync(suite, "dispatched");
        var dispatch = (await LedgerAsync(on)).Single().Name;
        var stranger = new DispatchService.DispatchServiceClient(suite.Call("document", "stranger", Role.Clerk));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", stranger.UrgeDispatchAsync(new UrgeDispatchRequest { Name = dispatch }));
        (await stranger.ListDispatchesAsync(new ListDispatchesRequest { Parent = "outgoingDocuments/-", OverdueOnly = true })).Dispatches.ShouldBeEmpty();
        await Refused.ForAsync("PERMISSION_DENIED", on.DispatchesAs(Office.Staff).UrgeDispatchAsync(new UrgeDispatchRequest { Name = dispatch }));
        await Refused.ForAsync("DISPATCH_NOT_FOUND", on.DispatchesAs(Office.Clerk).UrgeDispatchAsync(new UrgeDispatchRequest { Name = $"{on.Name}/dispatches/{Guid.NewGuid()}" }));
        // All documents at once are listed only so far as they are overdue.
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = "outgoingDocuments/-" }));
    }

    [Theory, EveryDatabase]
    public async Task The_posts_that_receive_for_a_unit_of_the_organ_are_told_and_who_withdraws_it_tells_which_receipts_end(StoreKind store)
    {
        var clock = ShiftedClock.At(Sent);
        await using var suite = await DraftUnderway.OwnSuiteAsync(store, clock);
        var draft = DraftUnderway.Notice();
        draft.CopyRecipients = "规划财务科";
        var on = await DraftUnderway.AtAsync(suite, "dispatched", draft);
        clock.Shift = Sent.AddDays(6) - TimeProvider.System.GetUtcNow();
        var ledger = await LedgerAsync(on);
        foreach (var dispatch in ledger)
            await on.DispatchesAs(Office.Clerk).UrgeDispatchAsync(new UrgeDispatchRequest { Name = dispatch.Name });

        var urged = await suite.EventsAsync<DispatchUrged>("document");

        urged.Select(e => (e.Unit, string.Join('、', e.Posts))).ShouldBe([(Office.CountyUnit, ""), (Office.FinanceUnit, $"posts/{Office.FinanceChief}")]);
        var document = await on.GetAsync();
        urged.ShouldAllBe(e => e.Title == document.Title && e.DocumentNumber == document.DocumentNumber && e.Person == "people/clerk");
        await new OutgoingValidityService.OutgoingValidityServiceClient(suite.As("document", Office.OfficeDirector)).WithdrawOutgoingDocumentAsync(new WithdrawOutgoingDocumentRequest { Name = on.Name, Reason = "发错" });
        (await suite.EventsAsync<OutgoingDocumentInvalidated>("document")).Single().Dispatches.ShouldBe(ledger.Select(d => d.Name));
    }

    private static async Task<IReadOnlyList<Dispatch>> LedgerAsync(DraftUnderway on) =>
        (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name })).Dispatches;
}
