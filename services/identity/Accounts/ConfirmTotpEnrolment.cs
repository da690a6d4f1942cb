using Backoffice.Identity.SecondFactor;
using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<ConfirmTotpEnrolmentResponse> ConfirmTotpEnrolment(ConfirmTotpEnrolmentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var account = await FindAsync(Account.NameOf(caller.Account), stop);
        var secret = secrets.UnprotectTotp(account.Credential.TotpEnrolment ?? throw IdentityErrors.NoEnrolment());
        // Codes of another secret do not count as used for this one.
        var step = Totp.StepOf(request.Code, secret, clock.GetUtcNow(), lastStep: 0) ?? throw IdentityErrors.WrongCode();
        account.Credential.ConfirmTotp(step);

        return await turn.CommitAsync(new ConfirmTotpEnrolmentResponse());
    }
}
