using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    public override async Task<ExtendScopeResponse> ExtendScope(ExtendScopeRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await secrecy.GetAsync(request.Name, stop);
        var mark = await secrecy.MarkOfAsync(document.Name, stop) ?? throw DocumentErrors.NotScoped(document.Name);
        if (mark.Level.IsStateSecret() && !caller.Has(Role.Director))
            throw SecrecyDesk.Refuse(SecrecyRules.NotThePrincipal());
        ExpectKnown(request.Principals);
        mark.Extend([.. request.Principals.Distinct()], request.Reason, caller.Actor, clock.Now);
        await PutOnAsync(document, mark, stop);
        turn.Publish(new ScopeExtended { Document = document.Name, Principals = { request.Principals.Distinct() }, Person = caller.Actor, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new ExtendScopeResponse { SecrecyMark = mark.ToProto() });
    }
}
