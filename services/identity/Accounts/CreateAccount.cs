using Backoffice.Identity.Passwords;
using Backoffice.Identity.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<CreateAccountResponse> CreateAccount(CreateAccountRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var password = TemporaryPassword.For(request.AccountId);
        var hash = await hashes.HashAsync(password, stop);
        await using var turn = await db.BeginTurnAsync(context);
        var account = Account.Create(request.AccountId, request.Account.DisplayName, hash, options.Demo, clock.GetUtcNow());
        // `sub` is a login name or a client id: the two must not meet.
        if (options.IsClient(account.Login) || await db.Accounts.AnyAsync(a => a.Name == account.Name, stop))
            throw IdentityErrors.AccountTaken(account.Name);

        db.Accounts.Add(account);
        return await turn.CommitAsync(new CreateAccountResponse { Account = account.ToProto(clock.GetUtcNow()), TemporaryPassword = password });
    }
}
