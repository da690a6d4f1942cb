using Backoffice.Coordination.V1;
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
        var document = await db.ReadOutgoingAsync(OutgoingVisibility.DocumentOf(request.Name), caller, stop);
        document.ExpectInForce();
        var dispatch = await db.Dispatches.Include(d => d.Urgings).OneAsync(request.Name, stop);
        dispatch.Urge(caller.Actor, request.Note, clock, calendar);
        turn.Publish(new DispatchUrged
        {
            Dispatch = dispatch.Name,
            Unit = dispatch.Unit,
            Count = dispatch.Urgings.Count,
            Time = Timestamp.FromDateTimeOffset(clock.Now),
            Posts = { PostsReceivingFor(dispatch.Unit) },
            Title = dispatch.Title,
            DocumentNumber = dispatch.DocumentNumber,
            Person = caller.Actor,
        });
        return await turn.CommitAsync(new UrgeDispatchResponse { Dispatch = dispatch.ToProto(document.Invalidity) });
    }

    // A unit without a registrar of its own has its papers brought to whoever heads it.
    private IReadOnlyList<string> PostsReceivingFor(string unit)
    {
        if (unit.Length == 0)
            return [];
        PostFunction[][] keepers = [[PostFunction.Registrar], [PostFunction.SectionChief, PostFunction.OfficeDirector]];
        return keepers.Select(functions => functions.SelectMany(f => directory.Current.PostsWith(f, unit)).ToArray()).FirstOrDefault(posts => posts.Length > 0) ?? [];
    }
}
