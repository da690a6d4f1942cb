using Backoffice.Document.Matters;
using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<UpdateOutgoingDocumentResponse> UpdateOutgoingDocument(UpdateOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var sent = request.OutgoingDocument;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(sent.Name, caller, stop);
        document.ExpectEtag(sent.Etag, document.Name);
        var on = await desk.RunningOfAsync(document, document.Name, stop);
        ExpectToBeWithCaller(document, on);
        document.ExpectChange(request.ChangeKind, request.Reason);

        var signed = document.IsSigned;
        KeepVersion(document);
        Draft.Mask.Apply(request.UpdateMask, sent, document);
        if (document.Draft.Title.Length == 0)
            throw DocumentErrors.Incomplete("title", "update");
        document.Revise([.. request.UpdateMask.Paths.Distinct()], signed ? request.ChangeKind : ChangeKind.Unspecified, request.Reason, caller.Actor, clock.Now);
        // Where it was returned for the change, it passes the signer again anyway, or is stopped by the recheck.
        if (signed && request.ChangeKind == ChangeKind.Substantive && on!.Matter.ReturnSteps.Contains("sign"))
            desk.Record(turn, on, on.Matter.Return(desk.DeedOn(document, request.Reason), "sign", straightBack: true));
        return await turn.CommitAsync(new UpdateOutgoingDocumentResponse { OutgoingDocument = await ChangedAsync(document, stop) });
    }

    /// <summary>A draft is its drafter's; what is under way belongs to whoever holds it.</summary>
    private void ExpectToBeWithCaller(OutgoingDocument document, Case? on)
    {
        if (on is null ? document.Drafter != caller.Actor : !on.Matter.IsHeldBy(caller))
            throw DocumentErrors.NotYoursToChange(document.Name, directory.Current.DisplayNameOf(on?.Matter.State.Held?.Post ?? document.DrafterPost));
    }

    private void KeepVersion(OutgoingDocument document) => db.OutgoingPastVersions.Add(new OutgoingPastVersion
    {
        DocumentId = document.Id,
        Version = document.Version,
        Document = document.ToProto(withBody: true).ToByteArray(),
        Time = document.VersionTime,
        Person = document.VersionPerson,
        ChangedFields = document.ChangedFields,
        ChangeKind = document.ChangeKind,
        Reason = document.ChangeReason,
    });
}
