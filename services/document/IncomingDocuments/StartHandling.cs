using Backoffice.Document.Procedures;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingHandlingService
{
    public override async Task<StartHandlingResponse> StartHandling(StartHandlingRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetAsync(request.Name, caller, stop);
        document.ExpectToBeStarted();
        SecrecyDesk.ExpectMarked(document);
        if (caller.MainPost.Length == 0)
            throw DocumentErrors.NoPost(caller.Account);
        var on = await desk.StartAsync(turn, document, DocumentProcedures.Incoming, caller.MainPost, stop);
        return await turn.CommitAsync(new StartHandlingResponse { IncomingDocument = document.ToProto(withBody: true), Matter = desk.ToProto(on) });
    }
}
