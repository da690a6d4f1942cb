using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Start;

public sealed class DemoStartTests
{
    [Theory, EveryDatabase]
    public async Task Its_accounts_sign_in_with_the_one_password_and_change_nothing(StoreKind store)
    {
        await using var office = await DemoOffice.StartAsync(store);
        office.Shown.ShouldBeEmpty();
        var me = await office.Accounts((await office.SignInAsync("sysadmin", DemoOffice.Password)).Access).GetMeAsync(new GetMeRequest());
        me.Roles.ShouldBe([Role.SystemAdministrator]);
        (await office.SignInAsync("clerk", DemoOffice.Password)).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task When_the_demonstration_is_over_they_are_closed_sessions_and_all(StoreKind store)
    {
        await using var office = await DemoOffice.StartAsync(store);
        using var browser = office.NewBrowser();
        var tokens = await DoorOffice.SignInAsync(browser, "clerk", DemoOffice.Password);
        await office.Suite.StopAsync("identity");
        await office.AddAsync("identity");
        browser.Service = office.Suite.AddressOf("identity");
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh))).Error.ShouldBe("invalid_grant");
        var page = await browser.GetAsync(new CodeFlow().AuthorizeUrl);
        page.Path.ShouldBe("/account/signin");
        (await browser.SubmitAsync(page, ("login", "clerk"), ("password", DemoOffice.Password))).Problem.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_start_again_makes_what_is_missing_and_follows_the_password_of_the_options(StoreKind store)
    {
        await using var office = await DemoOffice.StartAsync(store);
        await office.Suite.StopAsync("identity");
        await office.AddAsync("identity", [.. DemoOffice.Settings.Where(s => s.Name != "Identity:DemoPassword"),
            ("Identity:DemoPassword", "Demo-Horse-2027"), ("Identity:DemoAccounts:2:Login", "director"), ("Identity:DemoAccounts:2:DisplayName", "周正"), ("Identity:DemoAccounts:2:Roles:0", "director")]);
        (await office.SignInAsync("clerk", "Demo-Horse-2027")).Status.ShouldBe(200);
        (await office.SignInAsync("director", "Demo-Horse-2027")).Status.ShouldBe(200);
        using var browser = office.NewBrowser();
        (await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", "clerk"), ("password", DemoOffice.Password))).Problem.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Without_a_password_in_the_options_nobody_signs_in_with_one(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store, null, [.. DemoOffice.Settings.Where(s => s.Name != "Identity:DemoPassword")]);
        using var browser = office.NewBrowser();
        foreach (var password in new[] { "", DemoOffice.Password })
            (await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", "clerk"), ("password", password))).Problem.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_demonstration_does_not_start_over_real_accounts(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await office.Suite.StopAsync("identity");
        office.Suite.Errors.Expect("Hosting failed to start");
        var failure = await Should.ThrowAsync<OptionsValidationException>(() => office.AddAsync("identity", DemoOffice.Settings));
        failure.Message.ShouldContain("accounts/sysadmin");
    }
}
