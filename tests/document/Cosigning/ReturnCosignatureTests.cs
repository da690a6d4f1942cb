using Backoffice.Document.Tests.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Cosigning;

public sealed class ReturnCosignatureTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task It_goes_back_once_and_the_main_organ_records_what_was_signed(StoreKind store)
    {
        var on = await DocumentUnderway.ProposedAsync(suites, store);
        var director = await CosignIncomingDocumentTests.CosigningAs(suites, store, Office.Director);
        var request = new ReturnCosignatureRequest { Name = on.Document, Note = "会签单送市财政局", RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("NOT_COSIGNED", director.ReturnCosignatureAsync(new(request) { RequestId = "" }));
        await director.CosignIncomingDocumentAsync(new CosignIncomingDocumentRequest { Name = on.Document, Opinion = "同意。", SignDate = DraftUnderway.Today });
        await on.HandlingAs(Office.Director).InstructHandlingAsync(new InstructHandlingRequest { Name = on.Document, Opinion = "请退主办机关。" });
        var lead = await CosignIncomingDocumentTests.CosigningAs(suites, store, DocumentUnderway.Lead);
        await Refused.ForAsync("NOT_THE_HOLDER", director.ReturnCosignatureAsync(new(request) { RequestId = "" }));
        await Refused.ForAsync("STALE_ETAG", lead.ReturnCosignatureAsync(new(request) { MatterEtag = "0", RequestId = "" }));

        var returned = await lead.ReturnCosignatureAsync(request);

        (await lead.ReturnCosignatureAsync(request)).ShouldBe(returned);
        var signature = returned.IncomingDocument.Cosignature;
        (signature.ReturnPerson, signature.ReturnNote, signature.ReturnTime is null).ShouldBe(($"people/{DocumentUnderway.Lead}", "会签单送市财政局", false));
        // The first time stands.
        (await lead.ReturnCosignatureAsync(new ReturnCosignatureRequest { Name = on.Document, Note = "再送" })).IncomingDocument.Cosignature.ShouldBe(signature);
        var suite = await suites.On(store);
        (await suite.EventsAsync<CosignatureReturned>("document")).Count(e => e.IncomingDocument == on.Document).ShouldBe(1);

        // At the main organ, which runs the same: everything that it asks for is there.
        var main = await DraftUnderway.AtAsync(suite, "recheck", JointDraft.Of("市民政局"));
        await main.HandlingAs(Office.Clerk).RecordJointSignatureAsync(new RecordJointSignatureRequest
        {
            Name = main.Name,
            Organ = "市民政局",
            Signer = signature.Signer,
            Principal = signature.Principal,
            SignDate = signature.SignDate,
            Opinion = signature.Opinion,
            Reference = signature.ReturnNote,
        });
        await main.DoAsync("recheck");
    }
}
