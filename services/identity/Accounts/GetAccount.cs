using Backoffice.Identity.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<GetAccountResponse> GetAccount(GetAccountRequest request, ServerCallContext context)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == request.Name, context.CancellationToken)
            ?? throw IdentityErrors.AccountNotFound(request.Name);
        return new GetAccountResponse { Account = account.ToProto(clock.GetUtcNow()) };
    }
}
