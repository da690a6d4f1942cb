using Backoffice.Document.Matters;
using Backoffice.Document.Procedures;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingDocumentService
{
    public override async Task<SubmitOutgoingDocumentResponse> SubmitOutgoingDocument(SubmitOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, stop);
        var on = await desk.RunningOfAsync(document, document.Name, stop) ?? await BeginAsync(turn, document, stop);
        on.Matter.ExpectVersion(request.MatterEtag);
        var done = on.Matter.Agree(desk.DeedOn(document, request.Opinion, form: nameof(SubmitOutgoingDocument)), Onward.Ordinary);
        // Whose draft it is comes first; what is wrong with it is the drafter's to hear.
        if (document.Text.Body.Length == 0)
            throw DocumentErrors.Incomplete("body", "submit");
        SecrecyDesk.ExpectMarked(document);
        check.Expect(document, Stage.OfficeReview);
        await desk.RecordAsync(turn, on, done, stop);
        return await turn.CommitAsync(new SubmitOutgoingDocumentResponse { OutgoingDocument = await WithFindingsAsync(document, stop), Matter = desk.ToProto(on) });
    }

    private Task<Case> BeginAsync(Turn turn, OutgoingDocument document, CancellationToken stop)
    {
        document.ExpectState("送审", OutgoingDocumentState.Drafting);
        drafts.ExpectToBeWithCaller(document, null);
        var procedure = document.Draft.IsForPrincipal ? DocumentProcedures.OutgoingToPrincipal : DocumentProcedures.Outgoing;
        return desk.StartAsync(turn, document, procedure, document.DrafterPost, stop);
    }
}
