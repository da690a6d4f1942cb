using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<VoidSealUseResponse> VoidSealUse(VoidSealUseRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var id = IdOf(request.Name);
        var use = await db.SealUses.Include(u => u.Seal).SingleOrDefaultAsync(u => u.Id == id, stop);
        var document = use is null ? null : await db.AnyOutgoingAsync($"outgoingDocuments/{use.DocumentId}", stop);
        if (use is null || document?.IsVisibleTo(caller) != true)
            throw DocumentErrors.SealUseNotFound(request.Name);
        var keeps = caller.Posts.Contains(use.Seal.CustodianPost) || caller.StandsInFor.Any(s => s.Post == use.Seal.CustodianPost);
        if (!keeps && !caller.Has(Role.OfficeDirector))
            throw DocumentErrors.NotTheCustodian(use.Seal.Name, directory.Current.DisplayNameOf(use.Seal.CustodianPost));
        if (document.DispatchTime is not null)
            throw DocumentErrors.SealUseStands(use.Name, "公文已经发出，应当撤回或者撤销公文 (the document was dispatched; withdraw or revoke it)");
        var standing = await db.SealUses.StandingOn(document.Id).ToListAsync(stop);
        // The files with the later seals have this one as well.
        if (standing.LastOrDefault() is { } last && standing.Contains(use) && last != use)
            throw DocumentErrors.SealUseStands(use.Name, $"其后加盖的印章须先作废 (a seal was set after it, {last.Name}; void that first)");
        use.Void(caller.Actor, request.Reason, clock.Now);
        document.TakeSeal(standing.LastOrDefault(u => u != use)?.SealedSha256 ?? "");
        turn.Publish(new SealUseVoided { SealUse = use.Name, OutgoingDocument = document.Name, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new VoidSealUseResponse { SealUse = use.ToProto() });
    }
}
