using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<SetAccountDisabledResponse> SetAccountDisabled(SetAccountDisabledRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var account = await FindOtherAsync(request.Name, stop);
        account.ExpectEtag(request.Etag, account.Name);
        if (request.Disabled)
            await ExpectOtherHoldersAsync(account, account.Roles, stop);
        account.Disable(request.Disabled);

        await issued.EndAsync(turn, account, stop);
        return await turn.CommitAsync(new SetAccountDisabledResponse { Account = account.ToProto(clock.GetUtcNow()) });
    }
}
