using System.Security.Cryptography;
using System.Text;
using Backoffice.Identity.Accounts;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Backoffice.Identity.Issuer;

/// <summary>
/// Tokens without a password, for demonstrations and trials on one machine. The grant does not exist unless `Identity__Demo`
/// is on, and then serves accounts made in the demonstration only.
/// </summary>
internal sealed class DemoGrant(IdentityDb db, TokenPrincipal principals, IdentityOptions options, TimeProvider clock)
{
    public const string Name = "urn:backoffice:demo";

    public async Task<IResult> HandleAsync(OpenIddictRequest request, CancellationToken stop)
    {
        var secret = Encoding.UTF8.GetBytes((string?)request.GetParameter("demo_secret") ?? "");
        if (!CryptographicOperations.FixedTimeEquals(secret, Encoding.UTF8.GetBytes(options.DemoSecret)))
            return IssuerEndpoints.Refuse(Errors.InvalidGrant, "The demonstration's secret is wrong.");
        var name = Account.NameOf(request.Username ?? "");
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name && a.Demo && !a.Disabled, stop);
        if (account is null)
            return IssuerEndpoints.Refuse(Errors.InvalidGrant, "The demonstration has no such open account.");
        await using (var turn = await db.BeginTurnAsync(Writer.For(account.Login, "identity/DemoSignIn", account.Name), stop))
            await turn.CommitAsync();
        return Results.SignIn(principals.Of(account, [], clock.GetUtcNow().ToUnixTimeSeconds()), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
