using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Documents;
using Grpc.Core;
using Reading = Backoffice.Procedures.Matters.Reading;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingHandlingService
{
    public override async Task<ScreenIncomingDocumentResponse> ScreenIncomingDocument(ScreenIncomingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetAsync(request.Name, caller, stop);
        var on = await desk.OfAsync(document, request.Name, stop);
        on.Matter.ExpectVersion(request.MatterEtag);
        on.Matter.ExpectHolder(desk.DeedOn(document));
        document.Screen(request.Checks, request.Kind, request.Opinion);
        ExpectRules(document, IncomingStage.Screening);

        var deed = desk.DeedOn(document, request.Opinion, form: nameof(ScreenIncomingDocument));
        if (!document.Handling!.PassedScreening)
        {
            await desk.RecordAsync(turn, on, on.Matter.Terminate(deed), stop);
        }
        else
        {
            var readers = request.Readers.Select(desk.Reader).ToList();
            var forInformation = request.Kind == HandlingKind.ForInformation;
            // The readers are served while the registrar still holds the matter; then it waits for them to be done.
            ExpectRules(document, forInformation ? IncomingStage.Circulation : IncomingStage.Screening, readers);
            var (served, lines) = readers.Count > 0 ? on.Matter.Circulate(deed, TaskKind.Read, readers, await desk.ServedAsync(on, TaskKind.Read, readers, stop), keepsLedger: false) : ([], Array.Empty<Reading>());
            await desk.RecordAsync(turn, on, served, stop, served: lines);
            await desk.RecordAsync(turn, on, on.Matter.Agree(deed, Onward.Ordinary with { Step = forInformation ? "close" : "propose" }), stop);
        }
        document.Touch();
        return await turn.CommitAsync(new ScreenIncomingDocumentResponse { IncomingDocument = document.ToProto(withBody: true), Matter = desk.ToProto(on) });
    }
}
