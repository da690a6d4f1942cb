using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class EndSessionTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task With_the_id_token_of_the_session_it_ends_at_once(StoreKind store)
    {
        var (office, person, browser, tokens) = await SignedInAsync(store);
        using var open = browser;
        var back = await browser.GetAsync(Url(("id_token_hint", tokens.Identity), ("post_logout_redirect_uri", DoorOffice.Issuer + "signout-callback-oidc"), ("state", "s1")));
        back.Url.ShouldBe(DoorOffice.Issuer + "signout-callback-oidc?state=s1");
        await ShouldBeOutAsync(browser);
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh))).Error.ShouldBe("invalid_grant");
        (await office.AuditOfAsync(person))[0].Method.ShouldBe("identity/SignOut");
    }

    [Theory, EveryDatabase]
    public async Task Without_it_the_person_is_asked(StoreKind store)
    {
        var (office, person, browser, _) = await SignedInAsync(store);
        using var open = browser;
        var page = await browser.GetAsync(Url(("client_id", "backoffice-web"), ("post_logout_redirect_uri", DoorOffice.Issuer)));
        page.Path.ShouldBe("/account/signout");
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Url.ShouldStartWith(CodeFlow.RedirectUri);
        (await browser.SubmitAsync(page)).Url.ShouldBe(DoorOffice.Issuer);
        await ShouldBeOutAsync(browser);
        (await office.AuditOfAsync(person))[0].Method.ShouldBe("identity/SignOut");
    }

    [Theory, EveryDatabase]
    public async Task Somebody_elses_id_token_ends_nothing(StoreKind store)
    {
        var (office, _, browser, _) = await SignedInAsync(store);
        using var open = browser;
        var other = await office.SignInAsync(await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        (await browser.GetAsync(Url(("id_token_hint", other.Identity)))).Path.ShouldBe("/account/signout");
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Url.ShouldStartWith(CodeFlow.RedirectUri);
    }

    [Theory, EveryDatabase]
    public async Task It_leads_to_registered_addresses_only(StoreKind store)
    {
        var (_, _, browser, tokens) = await SignedInAsync(store);
        using var open = browser;
        var page = await browser.GetAsync(Url(("id_token_hint", tokens.Identity), ("post_logout_redirect_uri", "https://elsewhere.example/")));
        page.Path.ShouldBe("/connect/endsession");
        ((int)page.Status).ShouldBe(400);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_out_already_is_sent_on(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await browser.GetAsync("/connect/endsession")).Url.ShouldBe("/");
    }

    private async Task<(DoorOffice Office, string Person, Browser Browser, Tokens Tokens)> SignedInAsync(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var browser = office.NewBrowser();
        return (office, person, browser, await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword));
    }

    private static async Task ShouldBeOutAsync(Browser browser) => (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Path.ShouldBe("/account/signin");

    private static string Url(params (string Name, string Value)[] parameters) =>
        "/connect/endsession" + QueryString.Create(parameters.Select(p => KeyValuePair.Create<string, string?>(p.Name, p.Value)));
}
