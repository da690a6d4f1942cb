using Backoffice.Identity.Issuer;
using Backoffice.Identity.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Identity.Tests.Sessions;

/// <summary>People in several browsers, and what they see of it.</summary>
internal static class SignedInPeople
{
    public const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    public static SessionService.SessionServiceClient Sessions(this DoorOffice office, string? token) =>
        new(office.Suite.CallWith("identity", token is null ? null : $"Bearer {token}"));

    public static async Task<SessionService.SessionServiceClient> SessionsOfSysadminAsync(this DoorOffice office) => office.Sessions(await office.TokenOfAsync("sysadmin"));

    public static async Task<IReadOnlyList<Session>> ListAsync(this DoorOffice office, Tokens tokens) =>
        (await office.Sessions(tokens.Access).ListMySessionsAsync(new ListMySessionsRequest())).Sessions;

    /// <summary>Signs in once more, in a browser that goes on to exist.</summary>
    public static Task<Tokens> EnterAsync(this DoorOffice office, Browser browser, string person) => DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);

    public static Task<Tokens> RefreshAsync(this Browser browser, Tokens tokens) => browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh));

    /// <summary>True while a browser is let through without its holder being asked for anything.</summary>
    public static async Task<bool> IsKnownAsync(this Browser browser) =>
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Url.StartsWith(CodeFlow.RedirectUri, StringComparison.Ordinal);

    /// <summary>What the service does every hour.</summary>
    public static async Task ClearAsync(this DoorOffice office)
    {
        await using var scope = office.Suite.Services("identity").CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UsedTokens>().ClearAsync(CancellationToken.None);
    }

    public static async Task<int> CountSessionsAsync(this DoorOffice office, string person)
    {
        await using var scope = office.Suite.Services("identity").CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().Sessions.CountAsync(s => s.Account == $"accounts/{person}");
    }
}
