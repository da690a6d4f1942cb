using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.Cosigning;

internal sealed partial class CosigningService
{
    public override async Task<ReturnCosignatureResponse> ReturnCosignature(ReturnCosignatureRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var (document, _) = await HeldAsync(request.Name, request.MatterEtag, context.CancellationToken);
        if (document.SendCosignatureBack(caller.Actor, request.Note, clock.Now))
            turn.Publish(new CosignatureReturned { IncomingDocument = document.Name, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new ReturnCosignatureResponse { IncomingDocument = document.ToProto(withBody: true) });
    }
}
