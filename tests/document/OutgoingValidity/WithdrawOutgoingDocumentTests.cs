using Backoffice.Document.Tests.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingValidity;

public sealed class WithdrawOutgoingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_received_it_sees_that_it_is_withdrawn_and_uses_it_no_more(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft", Attached.Listing("名单"));
        var file = (await on.FilesAs(suite, DraftUnderway.Drafter).AddOutgoingAttachmentAsync(on.Adding("名单"u8.ToArray(), "名单.txt"))).Attachment.Name;
        foreach (var step in DraftUnderway.Steps.SkipLast(1))
            await on.DoAsync(step);
        var replacement = await DraftUnderway.AtAsync(suite, "dispatched");
        var number = (await replacement.GetAsync()).DocumentNumber;

        var withdrawn = (await ValidityOf(suite, Office.OfficeDirector).WithdrawOutgoingDocumentAsync(Withdrawing(on, replacement.Name))).OutgoingDocument;

        (withdrawn.State, withdrawn.Invalidity.Kind, withdrawn.Invalidity.Person, withdrawn.Invalidity.OutgoingDocument).ShouldBe((OutgoingDocumentState.Dispatched, InvalidityKind.Withdrawn, "people/office-director", replacement.Name));
        var seen = await on.GetAsync(Office.County);
        (seen.Body, seen.Invalidity.Kind, seen.Invalidity.Reason, seen.Invalidity.DocumentNumber, seen.Invalidity.Person, seen.Invalidity.OutgoingDocument).ShouldBe(("", InvalidityKind.Withdrawn, "附件有误", number, "", ""));
        var received = (await on.DispatchesAs(Office.County).ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest { PageSize = 1000 })).Dispatches.Single(d => d.Name.StartsWith(on.Name, StringComparison.Ordinal));
        received.Invalidity.ShouldBe(seen.Invalidity);
        foreach (var use in new Func<Task>[]
        {
            () => on.DispatchesAs(Office.County).SignForDispatchAsync(new SignForDispatchRequest { Name = received.Name }).ResponseAsync,
            () => on.PagesAs(Office.County).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf }).ResponseAsync,
            () => on.PagesAs(Office.County).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Text }).ResponseAsync,
            () => on.FilesAs(suite, Office.County).ContentAsync(file),
        })
            (await Refused.ForAsync("NOT_IN_FORCE", use)).Metadata.ShouldContainKeyAndValue("replacement", number);
        (await on.DispatchesAs(Office.County).ListReceivedDispatchesAsync(new ListReceivedDispatchesRequest { OutstandingOnly = true, PageSize = 1000 })).Dispatches.ShouldNotContain(d => d.Name == received.Name);
        var told = (await suite.EventsAsync<OutgoingDocumentInvalidated>("document")).Where(e => e.OutgoingDocument == on.Name).ShouldHaveSingleItem();
        (told.Units, told.DocumentNumber).ShouldBe(([Office.CountyUnit], withdrawn.DocumentNumber));

        // In the house it stays as it was, and says so.
        (await on.GetAsync()).Body.ShouldNotBeEmpty();
        (await on.FilesAs(suite, DraftUnderway.Drafter).ContentAsync(file)).ShouldNotBeEmpty();
        var page = await on.PagesAs(DraftUnderway.Drafter).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Pdf });
        (page.Printed, page.Invalidity.Kind).ShouldBe((true, InvalidityKind.Withdrawn));
        (await on.DispatchesAs(Office.Clerk).ListDispatchesAsync(new ListDispatchesRequest { Parent = on.Name })).Dispatches.Single().Invalidity.Kind.ShouldBe(InvalidityKind.Withdrawn);
        await Refused.ForAsync("NOT_IN_FORCE", on.DispatchesAs(Office.Clerk).UrgeDispatchAsync(new UrgeDispatchRequest { Name = received.Name }));
    }

    [Theory, EveryDatabase]
    public async Task The_signer_and_the_office_director_withdraw_it_once(StoreKind store)
    {
        var suite = await suites.On(store);
        var (earlier, on) = (await DraftUnderway.AtAsync(suite, "dispatched"), await DraftUnderway.AtAsync(suite, "dispatched"));
        var signer = (await on.GetAsync()).SignerNames.Single();
        var other = signer == Office.Director ? Office.DeputyDirector : Office.Director;
        await Refused.ForAsync("PERMISSION_DENIED", ValidityOf(suite, Office.Clerk).WithdrawOutgoingDocumentAsync(Withdrawing(on)));
        await Refused.ForAsync("PERMISSION_DENIED", ValidityOf(suite, Office.County).WithdrawOutgoingDocumentAsync(Withdrawing(on)));
        var strange = new OutgoingValidityService.OutgoingValidityServiceClient(suite.Call("document", "stranger", Role.OfficeDirector));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", strange.WithdrawOutgoingDocumentAsync(Withdrawing(on)));
        // Another leader may not even see it unless it was given to him.
        (await Refused.ReasonOfAsync(ValidityOf(suite, other).WithdrawOutgoingDocumentAsync(Withdrawing(on)))).ShouldBeOneOf("NOT_THE_SIGNER", "OUTGOING_DOCUMENT_NOT_FOUND");
        await Refused.ForAsync("NOT_LATER", ValidityOf(suite, signer).WithdrawOutgoingDocumentAsync(Withdrawing(on, earlier.Name)));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", ValidityOf(suite, signer).WithdrawOutgoingDocumentAsync(Withdrawing(on, $"outgoingDocuments/{Guid.NewGuid()}")));
        var stale = Withdrawing(on);
        stale.Etag = "0";
        await Refused.ForAsync("STALE_ETAG", ValidityOf(suite, signer).WithdrawOutgoingDocumentAsync(stale));
        var printed = await DraftUnderway.AtAsync(suite, "dispatch");
        await Refused.ForAsync("WRONG_STATE", ValidityOf(suite, Office.OfficeDirector).WithdrawOutgoingDocumentAsync(Withdrawing(printed)));

        var request = Withdrawing(on);
        (request.RequestId, request.Etag) = (Guid.NewGuid().ToString(), (await on.GetAsync()).Etag);
        var withdrawn = await ValidityOf(suite, signer).WithdrawOutgoingDocumentAsync(request);

        (await ValidityOf(suite, signer).WithdrawOutgoingDocumentAsync(request)).ShouldBe(withdrawn);
        await Refused.ForAsync("ALREADY_INVALID", ValidityOf(suite, signer).WithdrawOutgoingDocumentAsync(Withdrawing(on)));
    }

    private static OutgoingValidityService.OutgoingValidityServiceClient ValidityOf(Suite suite, string person) => new(suite.As("document", person));

    private static WithdrawOutgoingDocumentRequest Withdrawing(DraftUnderway on, string replacement = "") => new() { Name = on.Name, Reason = "附件有误", Replacement = replacement };
}
