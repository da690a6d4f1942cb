using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<ChangeMyPasswordResponse> ChangeMyPassword(ChangeMyPasswordRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await AnswerRepeatAsync(context);
        var proved = await ProveOwnAsync(request.OldPassword, stop);
        if (await newPasswords.BrokenAsync(proved, request.NewPassword, stop) is { Count: > 0 } broken)
            throw IdentityErrors.WeakPassword(broken);
        var hash = await newPasswords.HashAsync(request.NewPassword, stop);

        await using var turn = await db.BeginTurnAsync(context);
        var account = await FindUnchangedAsync(proved, stop);
        account.Credential.ChangePassword(hash);
        await issued.EndAsync(turn, account, stop);
        return await turn.CommitAsync(new ChangeMyPasswordResponse());
    }
}
