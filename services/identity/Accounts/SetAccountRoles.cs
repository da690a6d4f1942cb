using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<SetAccountRolesResponse> SetAccountRoles(SetAccountRolesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var account = await FindOtherAsync(request.Name, stop);
        account.ExpectEtag(request.Etag, account.Name);
        var lost = account.Grant(request.Roles);
        await ExpectOtherHoldersAsync(account, lost, stop);

        await issued.EndAsync(turn, account, stop);
        return await turn.CommitAsync(new SetAccountRolesResponse { Account = account.ToProto(clock.GetUtcNow()) });
    }
}
