using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<RegisterIncomingDocumentResponse> RegisterIncomingDocument(RegisterIncomingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = request.SignedFor.Length > 0
            ? await CompleteAsync(request.SignedFor, request.IncomingDocument, stop)
            : db.IncomingDocuments.Add(await receiving.ReceiveAsync(turn, request.IncomingDocument)).Entity;
        if (document.Particulars.Title.Length == 0)
            throw DocumentErrors.Incomplete("title", "register");

        var resembled = await duplicates.OfAsync(document, stop);
        document.ExpectNoDuplicate(resembled, request.IncomingDocument.DuplicateReason, request.AcceptDuplicate);

        await EnterAsync(turn, document, imported: false);
        await document.PutInIndexAsync(db, stop);
        return await turn.CommitAsync(new RegisterIncomingDocumentResponse
        {
            IncomingDocument = document.ToProto(withBody: true),
            Resemblances = { resembled.ToProto() },
        });
    }

    /// <summary>What was signed for, with what registration states on top.</summary>
    private async Task<IncomingDocument> CompleteAsync(string name, V1.IncomingDocument sent, CancellationToken stop)
    {
        var document = await db.GetAsync(name, caller, stop);
        if (document.State != IncomingDocumentState.SignedFor)
            throw DocumentErrors.AlreadyRegistered(document.Name, document.RegistrationNumber!);
        // Its place in lists moves up with the registration, so the entry under the old place goes.
        await IncomingDocument.SearchIndex.RemoveAsync(db, document.OrderKey, stop);
        foreach (var field in ParticularsMask.Fields.Where(f => f.IsStated(sent)))
            field.Copy(sent, document.Particulars);
        if (sent.Body.Length > 0)
            document.Text.Body = sent.Body;
        if (sent.Readers.Count > 0)
        {
            SecrecyDesk.ExpectNoScope(document, sent.Readers);
            document.LetRead(receiving.ReadersOf(sent));
        }
        return document;
    }
}
