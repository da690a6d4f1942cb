using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class RecordJointSignatureTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_signature_is_recorded_by_the_holder_once_the_office_reviewed_and_for_the_text_as_it_stands(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "office-review", JointDraft.Of("市财政局"));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", on.HandlingAs(DraftUnderway.Outsider).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局")));
        await Refused.ForAsync("PERMISSION_DENIED", on.HandlingAs(Office.County).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局")));
        await Refused.ForAsync("NOT_THE_HOLDER", on.HandlingAs(DraftUnderway.Drafter).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局")));
        (await Breaches.OfAsync(on.HandlingAs(Office.OfficeDirector).RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局")))).ShouldBe(["DOC-D03 第20条"]);
        await on.DoAsync("office-review");

        var signer = on.HandlingAs(Office.DeputyDirector);
        (await Refused.ForAsync("JOINT_ORGAN_NOT_FOUND", signer.RecordJointSignatureAsync(JointDraft.Signature(on, "市教育局")))).Metadata["organs"].ShouldBe("市财政局");
        var tomorrow = JointDraft.Signature(on, "市财政局");
        tomorrow.SignDate = new() { Year = DraftUnderway.Today.Year + 1, Month = 1, Day = 1 };
        (await Refused.ForAsync("JOINT_SIGN_DATE", signer.RecordJointSignatureAsync(tomorrow))).Metadata["organ"].ShouldBe("市财政局");
        var request = JointDraft.Signature(on, "市财政局");
        (request.RequestId, request.MatterEtag) = (Guid.NewGuid().ToString(), (await on.MatterAsync()).Etag);
        await Refused.ForAsync("STALE_ETAG", signer.RecordJointSignatureAsync(new(request) { MatterEtag = "0" }));
        var recorded = await signer.RecordJointSignatureAsync(request);
        (await signer.RecordJointSignatureAsync(request)).ShouldBe(recorded);
        recorded.OutgoingDocument.JointOrgans.Single().Signature.ShouldBe(
            new() { Signer = "某局长", Principal = true, SignDate = DraftUnderway.Today, Reference = "会签单", Person = $"people/{Office.DeputyDirector}", RecordTime = recorded.OutgoingDocument.JointOrgans[0].Signature.RecordTime });

        // Another text was signed by nobody; a change of words is still the text that was.
        var change = await on.ChangeAsync("body", d => d.Body += "\n三、加强检查。");
        await on.As(Office.DeputyDirector).UpdateOutgoingDocumentAsync(change);
        (await on.GetAsync()).JointOrgans.Single().Signature.ShouldBeNull();
        await signer.RecordJointSignatureAsync(JointDraft.Signature(on, "市财政局"));
        await on.DoAsync("sign");
        await on.As(Office.Clerk).UpdateOutgoingDocumentAsync(await on.ChangeAsync("body", d => d.Body = d.Body.Replace("检查", "督查", StringComparison.Ordinal), ChangeKind.Editorial));
        (await on.GetAsync()).JointOrgans.Single().Signature.ShouldNotBeNull();
        await on.DoAsync("recheck");
    }
}
