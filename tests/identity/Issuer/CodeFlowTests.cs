using System.Text.Json;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class CodeFlowTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_person_signs_in_and_gets_tokens_that_say_who_it_is(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        var access = tokens.Read();
        access.Typ.ShouldBe("at+jwt");
        access.Issuer.ShouldBe(DoorOffice.Issuer);
        access.Audiences.ShouldBe(["backoffice"]);
        access.Subject.ShouldBe(person);
        access.GetPayloadValue<string>("name").ShouldBe($"人员 {person}");
        access.GetPayloadValue<JsonElement>("role").GetRawText().ShouldBe("""["clerk"]""");
        (access.ValidTo - access.IssuedAt).ShouldBeInRange(TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
        access.Claims.ShouldNotContain(c => c.Type == "stamp");
        var identity = new JsonWebToken(tokens.Identity);
        (identity.Typ, identity.Subject).ShouldBe(("JWT", person));
        (await office.AuditOfAsync(person)).Select(e => e.Method).ShouldContain("identity/SignIn");
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_verifier_gets_nothing(StoreKind store)
    {
        var (_, browser, _, back) = await WithCodeAsync(store);
        using var open = browser;
        foreach (var wrong in new[] { null, "", new CodeFlow().Verifier })
            (await RedeemAsync(browser, back, wrong)).Error.ShouldBeOneOf("invalid_grant", "invalid_request");
    }

    [Theory, EveryDatabase]
    public async Task A_code_is_good_once_and_a_second_use_ends_what_the_first_gave(StoreKind store)
    {
        var (_, browser, way, back) = await WithCodeAsync(store);
        using var open = browser;
        var tokens = await browser.RedeemAsync(way, back);
        (await RedeemAsync(browser, back, way.Verifier)).Error.ShouldBe("invalid_grant");
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh))).Error.ShouldBe("invalid_grant");
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_client_secret_is_unauthorised(StoreKind store)
    {
        var (_, browser, way, back) = await WithCodeAsync(store);
        using var open = browser;
        var answer = await browser.TokenAsync(
            ("grant_type", "authorization_code"), ("code", back.Query("code")), ("redirect_uri", CodeFlow.RedirectUri), ("code_verifier", way.Verifier), ("client_secret", "wrong"));
        (answer.Status, answer.Error).ShouldBe((401, "invalid_client"));
    }

    [Theory, EveryDatabase]
    public async Task A_code_of_an_account_closed_in_between_is_void(StoreKind store)
    {
        var (person, browser, way, back) = await WithCodeAsync(store);
        using var open = browser;
        var accounts = await (await suites.On(store)).AsSysadminAsync();
        await accounts.SetAccountDisabledAsync(new SetAccountDisabledRequest { Name = $"accounts/{person}", Disabled = true });
        (await RedeemAsync(browser, back, way.Verifier)).Error.ShouldBe("invalid_grant");
    }

    private async Task<(string Person, Browser Browser, CodeFlow Way, Page Back)> WithCodeAsync(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var (browser, way) = (office.NewBrowser(), new CodeFlow());
        var back = await browser.SubmitAsync(await browser.GetAsync(way.AuthorizeUrl), ("login", person), ("password", DoorOffice.GoodPassword));
        return (person, browser, way, back);
    }

    private static Task<Tokens> RedeemAsync(Browser browser, Page back, string? verifier) => browser.TokenAsync(
        ("grant_type", "authorization_code"), ("code", back.Query("code")), ("redirect_uri", CodeFlow.RedirectUri), ("code_verifier", verifier));
}
