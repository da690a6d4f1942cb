using Backoffice.Document.Procedures;
using Backoffice.Document.V1;
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
        check.Expect(document, Stage.Drafting);
        if (document.Text.Body.Length == 0)
            throw DocumentErrors.Incomplete("body", "submit");
        var on = await desk.RunningOfAsync(document, document.Name, stop);
        if (on is null)
        {
            document.ExpectState(OutgoingDocumentState.Drafting, "送审");
            ExpectToBeWithCaller(document, null);
            var procedure = document.Draft.IsForPrincipal ? DocumentProcedures.OutgoingToPrincipal : DocumentProcedures.Outgoing;
            on = await desk.StartAsync(turn, document, procedure, document.DrafterPost, stop);
        }
        on.Matter.ExpectVersion(request.MatterEtag);
        var deed = desk.DeedOn(document, request.Opinion, form: nameof(SubmitOutgoingDocument));
        await desk.RecordAsync(turn, on, on.Matter.Agree(deed, Onward.Ordinary), stop);
        return await turn.CommitAsync(new SubmitOutgoingDocumentResponse { OutgoingDocument = WithFindings(document), Matter = desk.ToProto(on) });
    }
}
