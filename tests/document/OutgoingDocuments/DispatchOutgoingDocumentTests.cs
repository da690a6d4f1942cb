using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class DispatchOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task It_goes_to_all_main_and_copy_recipients_and_ends_the_matter(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "dispatch", Copied());
        await StepOfHolder.IsAsync(on, Office.Clerk, async (person, etag, id) =>
        {
            var request = on.Dispatching();
            (request.MatterEtag, request.RequestId) = (etag, id);
            return (await on.HandlingAs(person).DispatchOutgoingDocumentAsync(request)).Matter;
        });

        var dispatched = await on.GetAsync();
        dispatched.State.ShouldBe(OutgoingDocumentState.Dispatched);
        dispatched.Readers.ShouldContain(Office.CountyUnit);
        (await on.MatterAsync()).State.ShouldBe(MatterState.Completed);
        var ledger = (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name })).Dispatches;
        ledger.Select(d => (d.Organ, d.Unit, d.CopyCount)).ShouldBe([("县民政局", Office.CountyUnit, 1), ("市财政局", "", 1)]);
        var told = (await suite.EventsAsync<OutgoingDocumentDispatched>("document")).Single(e => e.OutgoingDocument == on.Name);
        told.DocumentNumber.ShouldBe(dispatched.DocumentNumber);
        await Refused.ForAsync("NOT_UNDER_WAY", on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching()));
    }

    // Rulebook case 49.
    [Theory, EveryDatabase]
    public async Task An_organ_outside_the_approved_scope_gets_nothing(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatch");
        (await Breaches.OfAsync(on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "县民政局" }, new Recipient { Organ = "市审计局" })))).ShouldBe(["DOC-O02 第25条(二)"]);
        (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name })).Dispatches.ShouldBeEmpty();
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => on.GetAsync(Office.County));
    }

    [Theory, EveryDatabase]
    public async Task The_registrar_may_send_to_some_of_them_in_so_many_copies(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatch", Copied());
        await Refused.ForAsync("UNKNOWN_READER", on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "市财政局", Unit = "units/nowhere" })));
        var answer = await on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "市财政局", CopyCount = 3 }));
        answer.Dispatches.ShouldHaveSingleItem().CopyCount.ShouldBe(3);
        answer.Dispatches[0].DocumentNumber.ShouldBe(answer.OutgoingDocument.DocumentNumber);
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => on.GetAsync(Office.County));
    }

    // Whoever receives it here under another organ's name would read what was never meant for it.
    [Theory, EveryDatabase]
    public async Task A_unit_is_named_as_the_directory_names_it_or_not_at_all(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "dispatch", Copied());
        var clerk = on.HandlingAs(Office.Clerk);
        var info = await Refused.ForAsync("RECIPIENT_MISMATCH", clerk.DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Organ = "市财政局", Unit = Office.CountyUnit })));
        (info.Metadata["unit"], info.Metadata["name"], info.Metadata["organ"]).ShouldBe((Office.CountyUnit, "县民政局", "市财政局"));
        (await Refused.ForAsync("INCOMPLETE", clerk.DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient())))).Metadata["field"].ShouldBe("recipients.organ");
        (await Breaches.OfAsync(clerk.DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Unit = Office.FinanceUnit })))).ShouldBe(["DOC-O02 第25条(二)"]);
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => on.GetAsync(Office.County));

        var sent = (await clerk.DispatchOutgoingDocumentAsync(on.Dispatching(new Recipient { Unit = Office.CountyUnit }, new Recipient { Organ = "市财政局" }))).Dispatches;

        sent.Select(d => (d.Organ, d.Unit)).ShouldBe([("县民政局", Office.CountyUnit), ("市财政局", "")]);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_printed_is_not_dispatched(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "print");
        await Refused.ForAsync("WRONG_STATE", on.HandlingAs(Office.Clerk).DispatchOutgoingDocumentAsync(on.Dispatching()));
    }

    private static OutgoingDocument Copied()
    {
        var draft = DraftUnderway.Notice();
        draft.CopyRecipients = "市财政局";
        return draft;
    }
}
