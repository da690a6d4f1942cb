using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class DemoGrantTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Outside_a_demonstration_the_grant_does_not_exist(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await DemoTokenAsync(browser, "sysadmin")).Error.ShouldBe("unsupported_grant_type");
    }

    [Theory, EveryDatabase]
    public async Task In_a_demonstration_the_secret_gives_a_token_for_its_accounts(StoreKind store)
    {
        await using var office = await DemoOffice.StartAsync(store);
        using var browser = office.NewBrowser();
        var tokens = await DemoTokenAsync(browser, "clerk");
        tokens.Read().Typ.ShouldBe("at+jwt");
        var me = await office.Accounts(tokens.Access).GetMeAsync(new GetMeRequest());
        (me.Account, me.DisplayName).ShouldBe(("clerk", "王小文"));
        me.Roles.ShouldBe([Role.Clerk]);
        tokens.Body.TryGetProperty("refresh_token", out _).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_secret_and_an_unknown_account_get_none(StoreKind store)
    {
        await using var office = await DemoOffice.StartAsync(store);
        using var browser = office.NewBrowser();
        (await DemoTokenAsync(browser, "clerk", "wrong-demo-secret-of-the-tests")).Error.ShouldBe("invalid_grant");
        (await DemoTokenAsync(browser, "clerk", null)).Error.ShouldBe("invalid_grant");
        (await DemoTokenAsync(browser, "nobody")).Error.ShouldBe("invalid_grant");
    }

    [Theory, EveryDatabase]
    public async Task Real_accounts_are_out_of_its_reach(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await office.Suite.StopAsync("identity");
        await office.AddAsync("identity", ("Identity:Demo", "true"), ("Identity:DemoSecret", DemoOffice.Secret));
        using var browser = office.NewBrowser();
        (await DemoTokenAsync(browser, "sysadmin")).Error.ShouldBe("invalid_grant");
    }

    private static Task<Tokens> DemoTokenAsync(Browser browser, string user, string? secret = DemoOffice.Secret) => browser.TokenAsync(
        ("grant_type", "urn:backoffice:demo"), ("client_id", "backoffice-cli"), ("client_secret", null), ("username", user), ("demo_secret", secret));
}
