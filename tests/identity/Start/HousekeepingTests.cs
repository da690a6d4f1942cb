using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Identity.Issuer;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.EntityFrameworkCore.Models;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Start;

public sealed class HousekeepingTests
{
    [Theory, EveryDatabase]
    public async Task Tokens_nobody_can_use_any_more_are_cleared_away_and_others_stay(StoreKind store)
    {
        // Begins in the past: OpenIddict's own store goes by the machine's clock when it looks for what has expired.
        var clock = new AdvancedClock();
        clock.Advance(TimeSpan.FromHours(-14));
        await using var office = await DoorOffice.StartAsync(store, clock);
        var person = await office.NewPersonAsync(Role.Clerk);
        (await CountAsync(office)).ShouldBeGreaterThan(0);

        clock.Advance(TimeSpan.FromHours(14));
        using var browser = office.NewBrowser();
        var tokens = await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        var all = await CountAsync(office);
        await using (var scope = office.Suite.Services("identity").CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<UsedTokens>().ClearAsync(CancellationToken.None);

        // Of the last sign-in: code, access token, id_token and refresh token.
        (await CountAsync(office)).ShouldBe(4);
        all.ShouldBeGreaterThan(4);
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh))).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task A_replica_takes_in_the_key_that_another_has_made(StoreKind store)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var office = await DoorOffice.StartAsync(store, clock);
        var ahead = new AdvancedClock();
        ahead.Advance(TimeSpan.FromDays(30));
        await office.AddAsync("identity/ahead", builder => builder.Services.AddSingleton<TimeProvider>(ahead));
        clock.Advance(TimeSpan.FromSeconds(31));
        await Eventually.SameAsync(() => KeysAsync(office), count => count == 2);
    }

    private static async Task<int> KeysAsync(DoorOffice office)
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<JsonElement>(new Uri(office.Suite.OpsOf("identity"), "/.well-known/jwks"))).GetProperty("keys").GetArrayLength();
    }

    private static async Task<int> CountAsync(DoorOffice office)
    {
        await using var scope = office.Suite.Services("identity").CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().Set<OpenIddictEntityFrameworkCoreToken>().CountAsync();
    }
}
