using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.ExchangePartners;

internal sealed partial class ExchangePartnerService
{
    public override async Task<AddExchangePartnerResponse> AddExchangePartner(AddExchangePartnerRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var partner = ExchangePartner.Of(request.ExchangePartner, caller.Actor, clock.Now);
        // Some dozens of rows: whoever exchanges with an organ has been to see it.
        foreach (var other in await db.ExchangePartners.Where(p => p.RetireTime == null).ToListAsync(stop))
        {
            if (partner.SharedWith(other) is { Length: > 0 } shared)
                throw DocumentErrors.PartnerKnown(other.Name, shared);
        }
        db.ExchangePartners.Add(partner);
        return await turn.CommitAsync(new AddExchangePartnerResponse { ExchangePartner = partner.ToProto() });
    }
}
