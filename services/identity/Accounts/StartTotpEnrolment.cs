using Backoffice.Identity.SecondFactor;
using Backoffice.Identity.V1;
using Grpc.Core;

namespace Backoffice.Identity.Accounts;

internal sealed partial class AccountService
{
    public override async Task<StartTotpEnrolmentResponse> StartTotpEnrolment(StartTotpEnrolmentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await AnswerRepeatAsync(context);
        var proved = await ProveOwnAsync(request.Password, stop);
        var secret = Totp.NewSecret();

        await using var turn = await db.BeginTurnAsync(context);
        var account = await FindUnchangedAsync(proved, stop);
        account.Credential.StartTotp(secrets.ProtectTotp(secret));
        return await turn.CommitAsync(new StartTotpEnrolmentResponse { OtpauthUri = Totp.UriOf(account.Login, secret) });
    }
}
