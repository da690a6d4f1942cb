using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

internal sealed partial class DispatchService
{
    public override async Task<UrgeDispatchResponse> UrgeDispatch(UrgeDispatchRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var parts = request.Name.Split('/');
        var document = await db.ReadOutgoingAsync($"{parts[0]}/{parts[1]}", caller, stop);
        document.ExpectInForce();
        var dispatch = Guid.TryParseExact(parts[3], "D", out var id)
            ? await db.Dispatches.Include(d => d.Urgings).SingleOrDefaultAsync(d => d.Id == id && d.DocumentId == document.Id, stop)
            : null;
        if (dispatch is null)
            throw DocumentErrors.DispatchNotFound(request.Name);
        dispatch.Urge(caller.Actor, request.Note, clock, calendar);
        turn.Publish(new DispatchUrged { Dispatch = dispatch.Name, Unit = dispatch.Unit, Count = dispatch.Urgings.Count, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new UrgeDispatchResponse { Dispatch = dispatch.ToProto(document.Invalidity) });
    }
}
