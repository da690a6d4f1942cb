using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Seals;

internal sealed partial class SealService
{
    public override async Task<RegisterSealResponse> RegisterSeal(RegisterSealRequest request, ServerCallContext context)
    {
        var sent = request.Seal;
        await using var turn = await db.BeginTurnAsync(context);
        if (!directory.Current.KnowsPost(sent.CustodianPost))
            throw DocumentErrors.UnknownReader(sent.CustodianPost);
        if (await db.Seals.FirstOrDefaultAsync(s => s.DisplayName == sent.DisplayName && s.State != SealState.Destroyed, context.CancellationToken) is { } known)
            throw DocumentErrors.SealKnown(known.Name, known.DisplayName);
        var seal = new Seal
        {
            Id = Guid.CreateVersion7(clock.Now),
            DisplayName = sent.DisplayName,
            Organ = sent.Organ,
            CustodianPost = sent.CustodianPost,
            StateTime = clock.Now,
            CreateTime = clock.Now,
            Person = caller.Actor,
        };
        db.Seals.Add(seal);
        return await turn.CommitAsync(new RegisterSealResponse { Seal = seal.ToProto() });
    }
}
