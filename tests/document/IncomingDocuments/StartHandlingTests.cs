using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.IncomingDocuments;

public sealed class StartHandlingTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_registered_document_comes_before_the_registrar_once(StoreKind store)
    {
        var on = await DocumentUnderway.RegisteredAsync(suites, store);
        var request = new StartHandlingRequest { Name = on.Document, RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", on.HandlingAs(Office.Staff).StartHandlingAsync(request));

        var started = await on.HandlingAs(Office.OfficeDirector).StartHandlingAsync(request);
        (await on.HandlingAs(Office.OfficeDirector).StartHandlingAsync(request)).ShouldBe(started);

        started.IncomingDocument.State.ShouldBe(IncomingDocumentState.InProgress);
        started.IncomingDocument.Handling.Matter.ShouldBe(started.Matter.Name);
        (started.Matter.Step, started.Matter.HolderPost, started.Matter.Starter.Post).ShouldBe(("screen", "posts/clerk", "posts/office-director"));
        (await on.GetDocumentAsync()).ShouldBe(started.IncomingDocument);
        await Refused.ForAsync("ALREADY_RUNNING", on.HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = on.Document }));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_starts_at_once_one_is_made(StoreKind store)
    {
        var on = await DocumentUnderway.RegisteredAsync(suites, store);

        var reasons = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Refused.ReasonOfAsync(
            on.HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = on.Document }))));

        reasons.Order().ShouldBe(["", "ALREADY_RUNNING", "ALREADY_RUNNING", "ALREADY_RUNNING"]);
        (await on.MattersAs(Office.Clerk).ListMattersAsync(new ListMattersRequest { Subject = on.Document })).Matters.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    public async Task What_is_only_signed_for_is_registered_first(StoreKind store)
    {
        var documents = await suites.DocumentsAs(Office.Clerk, store);
        var signed = (await documents.SignForIncomingDocumentAsync(new SignForIncomingDocumentRequest { IncomingDocument = Documents.Any() })).IncomingDocument;
        var handling = new IncomingHandlingService.IncomingHandlingServiceClient((await suites.On(store)).As("document", Office.Clerk));
        var info = await Refused.ForAsync("WRONG_STATE", handling.StartHandlingAsync(new StartHandlingRequest { Name = signed.Name }));
        info.Metadata["state"].ShouldBe("已签收");
    }

    [Theory, EveryDatabase]
    public async Task Begun_again_it_begins_with_nothing_decided(StoreKind store)
    {
        var on = await DocumentUnderway.AnsweredAsync(suites, store);
        await on.MattersAs(Office.Clerk).TerminateMatterAsync(new TerminateMatterRequest { Name = on.Matter, Reason = "重新办理。" });

        var started = await on.HandlingAs(Office.Clerk).StartHandlingAsync(new StartHandlingRequest { Name = on.Document });

        started.IncomingDocument.Handling.ShouldBe(new IncomingHandling { Matter = started.Matter.Name, Plan = new HandlingPlan() });
    }
}
