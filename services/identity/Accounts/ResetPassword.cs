using Backoffice.Identity.Passwords;
using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<ResetPasswordResponse> ResetPassword(ResetPasswordRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var password = TemporaryPassword.For(Account.LoginOf(request.Name));
        var hash = await hashes.HashAsync(password, stop);
        await using var turn = await db.BeginTurnAsync(context);
        var account = await FindOtherAsync(request.Name, stop);
        account.Credential.ResetPassword(hash);
        if (request.RemoveTotp)
            account.Credential.RemoveTotp();

        await issued.EndAsync(turn, account, stop);
        return await turn.CommitAsync(new ResetPasswordResponse { Account = account.ToProto(clock.GetUtcNow()), TemporaryPassword = password });
    }
}
