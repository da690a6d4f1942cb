using System.Net;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class AuthorizeTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Without_a_challenge_or_with_a_plain_one_there_is_no_code(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        var without = new CodeFlow { Parameters = { ["code_challenge"] = null, ["code_challenge_method"] = null } };
        var plain = new CodeFlow { Parameters = { ["code_challenge_method"] = "plain" } };
        foreach (var flow in new[] { without, plain })
        {
            var page = await browser.GetAsync(flow.AuthorizeUrl);
            page.Path.ShouldBe("/connect/authorize");
            page.Status.ShouldBe(HttpStatusCode.BadRequest);
            page.Body.ShouldContain("invalid_request");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_browser_is_never_sent_to_an_address_that_is_not_registered(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        foreach (var flow in new[]
        {
            new CodeFlow { Parameters = { ["redirect_uri"] = "https://elsewhere.example/signin-oidc" } },
            new CodeFlow { Parameters = { ["redirect_uri"] = DoorOffice.Issuer + "signin-oidc/../open" } },
            new CodeFlow { Parameters = { ["client_id"] = "nobody" } },
        })
        {
            var page = await browser.GetAsync(flow.AuthorizeUrl);
            page.Path.ShouldBe("/connect/authorize");
            page.Status.ShouldBe(HttpStatusCode.BadRequest);
            page.Body.ShouldContain("invalid_request");
            page.Header("Content-Security-Policy").ShouldContain("default-src 'none'");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_machines_client_has_no_people(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        var page = await browser.GetAsync(new CodeFlow { Parameters = { ["client_id"] = DoorOffice.Machine } }.AuthorizeUrl);
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_signed_in_gets_a_code_without_a_page(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        foreach (var prompt in new[] { null, "none" })
        {
            var way = new CodeFlow { Parameters = { ["prompt"] = prompt } };
            (await browser.RedeemAsync(way, await browser.GetAsync(way.AuthorizeUrl))).Read().Subject.ShouldBe(person);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_client_that_wants_no_page_learns_that_nobody_is_signed_in(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        var back = await browser.GetAsync(new CodeFlow { Parameters = { ["prompt"] = "none" } }.AuthorizeUrl);
        back.Url.ShouldStartWith(CodeFlow.RedirectUri);
        back.Query("error").ShouldBe("login_required");
    }

    [Theory, EveryDatabase]
    public async Task A_client_that_asks_for_a_fresh_sign_in_gets_one(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        var way = new CodeFlow { Parameters = { ["prompt"] = "login" } };
        var page = await browser.GetAsync(way.AuthorizeUrl);
        page.Path.ShouldBe("/account/signin");
        (await browser.RedeemAsync(way, await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword)))).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task The_language_a_client_asks_for_reaches_the_page(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await browser.GetAsync(new CodeFlow { Parameters = { ["ui_locales"] = "en" } }.AuthorizeUrl)).Body.ShouldContain("""<html lang="en">""");
    }
}
