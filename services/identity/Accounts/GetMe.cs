using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override Task<GetMeResponse> GetMe(GetMeRequest request, ServerCallContext context) => Task.FromResult(new GetMeResponse
    {
        Account = caller.Account,
        DisplayName = caller.DisplayName,
        Roles = { caller.Roles },
        Permissions = { permissions.Of(caller.Roles) },
    });
}
