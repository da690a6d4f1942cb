using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<UpdateIncomingDocumentResponse> UpdateIncomingDocument(UpdateIncomingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var sent = request.IncomingDocument;
        var paths = ParticularsMask.Check(request.UpdateMask);
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetAsync(sent.Name, caller, stop);
        document.ExpectEtag(sent.Etag, document.Name);

        KeepVersion(document);
        var before = document.Keys;
        foreach (var field in ParticularsMask.Of(paths))
            field.Copy(sent, document.Particulars);
        if (paths.Contains(ParticularsMask.Body))
            document.Text.Body = sent.Body;
        if (paths.Contains(ParticularsMask.Readers))
        {
            SecrecyDesk.ExpectNoScope(document, sent.Readers);
            document.LetRead([.. receiving.ReadersOf(sent), .. await desk.InvolvedAsync(document.Name, stop)]);
        }
        if (document.Particulars.Title.Length == 0 && document.State != IncomingDocumentState.SignedFor)
            throw DocumentErrors.Incomplete("title", "update");
        document.Revise(paths, caller.Actor, clock.Now);
        // Corrected to what is registered already, it is the same find as on registration; what it resembled before was judged then.
        var resembled = document.State != IncomingDocumentState.SignedFor && document.Keys != before ? await duplicates.OfAsync(document, stop) : [];
        document.ExpectNoDuplicate(resembled, sent.DuplicateReason, request.AcceptDuplicate);

        await document.PutInIndexAsync(db, stop);
        turn.Publish(new IncomingDocumentUpdated { IncomingDocument = document.Name, Version = document.Version, ChangedFields = { paths } });
        return await turn.CommitAsync(new UpdateIncomingDocumentResponse { IncomingDocument = document.ToProto(withBody: true), Resemblances = { resembled.ToProto() } });
    }

    private void KeepVersion(IncomingDocument document)
    {
        var message = document.ToProto(withBody: true);
        message.Attachments.Clear();
        db.PastVersions.Add(new PastVersion
        {
            DocumentId = document.Id,
            Version = document.Version,
            Document = message.ToByteArray(),
            Time = document.VersionTime,
            Person = document.VersionPerson,
            ChangedFields = document.ChangedFields,
        });
    }
}
