using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

internal sealed partial class DispatchService
{
    public override async Task<SignForDispatchResponse> SignForDispatch(SignForDispatchRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var units = caller.Units;
        var dispatch = await db.Dispatches.Where(d => units.Contains(d.Unit)).OneAsync(request.Name, stop);
        await ExpectInForceAsync(dispatch, stop);
        if (clock.Now is var now && dispatch.SignFor(caller.Actor, now))
            turn.Publish(new DispatchSignedFor { Dispatch = dispatch.Name, Unit = dispatch.Unit, SignForTime = Timestamp.FromDateTimeOffset(now) });
        return await turn.CommitAsync(new SignForDispatchResponse { Dispatch = dispatch.ToProto() });
    }

    private async Task ExpectInForceAsync(Dispatch dispatch, CancellationToken stop)
    {
        if (await db.OutgoingDocuments.AsNoTracking().Where(d => d.Id == dispatch.DocumentId).Select(d => d.Invalidity).SingleAsync(stop) is { ForbidsUse: true } invalidity)
            throw DocumentErrors.NotInForce(dispatch.DocumentNumber, invalidity);
    }
}
