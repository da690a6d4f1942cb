using Backoffice.Document.Tests.IncomingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Cosigning;

/// <summary>The bureau as one of the organs of a document whose main organ is another (条例 第22条).</summary>
public sealed class CosignIncomingDocumentTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_head_before_whom_it_is_signs_it_for_the_text_as_it_came(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        var request = new CosignIncomingDocumentRequest { Name = on.Document, Opinion = "同意会签。", SignDate = DraftUnderway.Today, Etag = (await on.GetDocumentAsync()).Etag, MatterEtag = (await on.GetAsync()).Etag, RequestId = Guid.NewGuid().ToString() };
        foreach (var (person, reason) in new[] { (Office.Clerk, "NOT_THE_HOLDER"), (Office.FinanceChief, "INCOMING_DOCUMENT_NOT_FOUND"), (Office.County, "PERMISSION_DENIED") })
            await Refused.ForAsync(reason, (await CosigningAs(suites, store, person)).CosignIncomingDocumentAsync(request));
        var director = await CosigningAs(suites, store, Office.Director);
        await Refused.ForAsync("STALE_ETAG", director.CosignIncomingDocumentAsync(new(request) { Etag = "0", RequestId = "" }));
        var dated = new CosignIncomingDocumentRequest(request) { RequestId = "" };
        dated.SignDate = new() { Year = 2026, Month = 1, Day = 2 };
        await Refused.ForAsync("SIGN_DATE", director.CosignIncomingDocumentAsync(dated));

        var signed = await director.CosignIncomingDocumentAsync(request);

        (await director.CosignIncomingDocumentAsync(request)).ShouldBe(signed);
        var signature = signed.IncomingDocument.Cosignature;
        (signature.Signer, signature.Person, signature.Post, signature.Principal, signature.Opinion, signature.Stands).ShouldBe((Office.Director, "people/director", "posts/director", true, "同意会签。", true));
        signature.SignDate.ShouldBe(DraftUnderway.Today);
        (await on.GetDocumentAsync()).Cosignature.ShouldBe(signature);
        // It stays at the step: the paper goes its way.
        (await on.GetAsync()).Step.ShouldBe("instruct");
        var suite = await suites.On(store);
        (await suite.EventsAsync<IncomingDocumentCosigned>("document")).Single(e => e.IncomingDocument == on.Document).Principal.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Whoever_heads_nothing_signs_nothing_and_a_text_that_changed_is_signed_anew(StoreKind store)
    {
        var on = await DocumentUnderway.ScreenedAsync(suites, store);
        var request = new CosignIncomingDocumentRequest { Name = on.Document, SignDate = DraftUnderway.Today };
        (await Refused.ForAsync("NOT_A_HEAD", (await CosigningAs(suites, store, Office.OfficeDirector)).CosignIncomingDocumentAsync(request))).Metadata["post"].ShouldBe(Office.OfficeDirector);
        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(on.Proposal());
        var director = await CosigningAs(suites, store, Office.Director);
        await director.CosignIncomingDocumentAsync(request);
        var document = await on.GetDocumentAsync();
        document.Body += "\n又加一段。";
        await on.DocumentsAs(Office.Clerk).UpdateIncomingDocumentAsync(new UpdateIncomingDocumentRequest { IncomingDocument = document, UpdateMask = new() { Paths = { "body" } } });
        (await on.GetDocumentAsync()).Cosignature.Stands.ShouldBeFalse();
        await Refused.ForAsync("NOT_COSIGNED", director.ReturnCosignatureAsync(new ReturnCosignatureRequest { Name = on.Document, Note = "专人送达" }));
        (await director.CosignIncomingDocumentAsync(request)).IncomingDocument.Cosignature.Stands.ShouldBeTrue();
    }

    internal static async Task<CosigningService.CosigningServiceClient> CosigningAs(DocumentSuites suites, StoreKind store, string person) => new((await suites.On(store)).As("document", person));
}
