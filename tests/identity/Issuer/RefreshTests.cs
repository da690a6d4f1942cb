using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class RefreshTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Each_refresh_gives_new_tokens(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var first = await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        var second = await RefreshAsync(browser, first.Refresh);
        var third = await RefreshAsync(browser, second.Refresh);
        new[] { first.Refresh, second.Refresh, third.Refresh }.Distinct().Count().ShouldBe(3);
        third.Read().Subject.ShouldBe(person);
        third.Read().GetPayloadValue<System.Text.Json.JsonElement>("role").GetRawText().ShouldBe("""["clerk"]""");
    }

    [Theory, EveryDatabase]
    public async Task Two_calls_that_meet_with_one_token_are_both_served(StoreKind store)
    {
        var office = await suites.On(store);
        using var browser = office.NewBrowser();
        var tokens = await DoorOffice.SignInAsync(browser, await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        (await RefreshAsync(browser, tokens.Refresh)).Status.ShouldBe(200);
        (await RefreshAsync(browser, tokens.Refresh)).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task A_used_token_that_turns_up_later_ends_the_whole_session(StoreKind store)
    {
        var office = await suites.On(store);
        var replica = $"identity/{Guid.NewGuid():N}";
        await office.AddAsync(replica, ("Identity:RefreshReuseSeconds", "0"));
        using var browser = office.NewBrowser(replica);
        var tokens = await DoorOffice.SignInAsync(browser, await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        var next = await RefreshAsync(browser, tokens.Refresh);
        (await RefreshAsync(browser, tokens.Refresh)).Error.ShouldBe("invalid_grant");
        (await RefreshAsync(browser, next.Refresh)).Error.ShouldBe("invalid_grant");
        await office.Suite.StopAsync(replica);
    }

    [Theory, EveryDatabase]
    public async Task However_active_a_person_signs_in_again_after_the_session(StoreKind store)
    {
        var clock = new AdvancedClock();
        await using var office = await DoorOffice.StartAsync(store, clock);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var tokens = await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        for (var hours = 0; hours < 11; hours++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            tokens = await RefreshAsync(browser, tokens.Refresh);
            tokens.Status.ShouldBe(200);
        }
        clock.Advance(TimeSpan.FromHours(1.5));
        (await RefreshAsync(browser, tokens.Refresh)).Error.ShouldBe("invalid_grant");
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Path.ShouldBe("/account/signin");
    }

    [Theory, EveryDatabase]
    public async Task A_client_may_ask_how_old_a_sign_in_is_at_most(StoreKind store)
    {
        var clock = new AdvancedClock();
        await using var office = await DoorOffice.StartAsync(store, clock);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        clock.Advance(TimeSpan.FromMinutes(10));
        (await browser.GetAsync(new CodeFlow { Parameters = { ["max_age"] = "900" } }.AuthorizeUrl)).Url.ShouldStartWith(CodeFlow.RedirectUri);
        (await browser.GetAsync(new CodeFlow { Parameters = { ["max_age"] = "300" } }.AuthorizeUrl)).Path.ShouldBe("/account/signin");
    }

    [Theory, EveryDatabase]
    public async Task An_access_token_is_no_refresh_token(StoreKind store)
    {
        var office = await suites.On(store);
        using var browser = office.NewBrowser();
        var tokens = await DoorOffice.SignInAsync(browser, await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        foreach (var wrong in new[] { tokens.Access, tokens.Identity, "garbage" })
            (await RefreshAsync(browser, wrong)).Error.ShouldBe("invalid_grant");
    }

    private static Task<Tokens> RefreshAsync(Browser browser, string token) => browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", token));
}
