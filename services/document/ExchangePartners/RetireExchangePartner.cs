using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.ExchangePartners;

internal sealed partial class ExchangePartnerService
{
    public override async Task<RetireExchangePartnerResponse> RetireExchangePartner(RetireExchangePartnerRequest request, ServerCallContext context)
    {
        await using var turn = await db.BeginTurnAsync(context);
        var partner = Guid.TryParseExact(request.Name.Split('/')[1], "D", out var id)
            ? await db.ExchangePartners.SingleOrDefaultAsync(p => p.Id == id, context.CancellationToken)
            : null;
        if (partner is null)
            throw DocumentErrors.PartnerNotFound(request.Name);
        partner.Retire(request.Reason, clock.Now);
        return await turn.CommitAsync(new RetireExchangePartnerResponse { ExchangePartner = partner.ToProto() });
    }
}
