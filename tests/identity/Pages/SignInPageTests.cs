using System.Net;
using System.Text.RegularExpressions;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Pages;

public sealed partial class SignInPageTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Five_wrong_passwords_lock_the_account_and_every_refusal_says_the_same(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var answers = new List<string>();
        foreach (var login in new[] { "nobody-at-all", person, person, person, person, person })
            answers.Add((await TryAsync(browser, login, "wrong")).Problem);
        answers.Add((await TryAsync(browser, person, DoorOffice.GoodPassword)).Problem);
        answers.Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();

        (await (await office.AsSysadminAsync()).GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account.LockEndTime.ShouldNotBeNull();
        var entries = await office.AuditOfAsync(person);
        var audit = entries.Select(e => e.Method).ToList();
        audit.Take(2).ShouldBe(["identity/SignInFailed", "identity/LockOut"]);
        audit.Count(m => m == "identity/SignInFailed").ShouldBe(6);
        // The trail is true where the page is silent: an attempt that failed did not succeed, and why.
        entries.Where(e => e.Method == "identity/SignInFailed").Select(e => (e.Code, e.Reason)).ShouldBe([(9, "ACCOUNT_LOCKED"), .. Enumerable.Repeat((3, "WRONG_PASSWORD"), 5)]);
        entries.Single(e => e.Method == "identity/LockOut").Code.ShouldBe(0);
        (await office.AuditOfAsync("unknown")).ShouldContain(e => e.Method == "identity/SignInFailed" && e.Code == 5 && e.Reason == "ACCOUNT_NOT_FOUND");
        (await office.AuditOfAsync("nobody-at-all")).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Guesses_made_at_once_are_counted_one_by_one(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var page = await browser.GetAsync("/account/signin");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => browser.SubmitAsync(page, ("login", person), ("password", $"guess {i}"))));
        (await TryAsync(browser, person, DoorOffice.GoodPassword)).Problem.ShouldNotBeEmpty();
        (await office.AuditOfAsync(person)).Count(e => e.Method == "identity/LockOut").ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_lock_out_ends_by_itself(StoreKind store)
    {
        var clock = new AdvancedClock();
        await using var office = await DoorOffice.StartAsync(store, clock);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        for (var i = 0; i < 5; i++)
            await TryAsync(browser, person, "wrong");
        clock.Advance(TimeSpan.FromMinutes(14));
        (await TryAsync(browser, person, DoorOffice.GoodPassword)).Problem.ShouldNotBeEmpty();
        clock.Advance(TimeSpan.FromMinutes(1.1));
        (await TryAsync(browser, person, DoorOffice.GoodPassword)).Url.ShouldBe("/");
    }

    [Theory, EveryDatabase]
    public async Task A_form_without_its_token_is_refused(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        await browser.GetAsync("/account/signin");
        foreach (var path in new[] { "/account/signin", "/account/code", "/account/password", "/account/signout" })
        {
            var page = await browser.PostAsync(path, [KeyValuePair.Create("login", "sysadmin"), KeyValuePair.Create("password", "x")]);
            page.Status.ShouldBe(HttpStatusCode.BadRequest, path);
            page.Body.ShouldContain("<h1>", customMessage: path);
        }
    }

    [Theory, EveryDatabase]
    public async Task Whatever_the_address_says_nobody_is_sent_elsewhere(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        foreach (var url in new[]
        {
            "https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example/", "\\\\elsewhere.example", "javascript:alert(1)", "connect/authorize?x",
            "/connect/authorize.elsewhere.example", "/connect/authorize/../../elsewhere", "/connect/authorize?\\\\elsewhere.example", "/connect/authorize?\r\nX: y", "/account/signin", "",
        })
        {
            using var browser = office.NewBrowser();
            var page = await browser.GetAsync("/account/signin" + QueryString.Create("returnUrl", url));
            (await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword))).Url.ShouldBe("/", url);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_page_runs_nothing_and_loads_nothing_from_elsewhere(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        var page = await browser.GetAsync("/account/signin");
        page.Header("Content-Security-Policy").ShouldBe("default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        page.Header("X-Frame-Options").ShouldBe("DENY");
        page.Header("X-Content-Type-Options").ShouldBe("nosniff");
        page.Header("Referrer-Policy").ShouldBe("no-referrer");
        page.Header("Cache-Control").ShouldContain("no-store");
        page.Body.ShouldNotContain("<script");
        page.Body.ShouldNotContain("style=");
        page.Body.ShouldNotContain("://");
        var style = await browser.GetAsync("/account/site.css");
        style.Header("Content-Type").ShouldStartWith("text/css");
        style.Body.ShouldContain(":focus-visible");
        style.Body.ShouldNotContain("url(");
    }

    [Theory, EveryDatabase]
    public async Task Every_field_has_its_label_and_the_first_has_the_focus(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        var page = await browser.GetAsync("/account/signin");
        var ids = FieldIds().Matches(page.Body).Select(m => m.Groups[1].Value).ToList();
        ids.ShouldBe(["login", "password"]);
        foreach (var id in ids)
            page.Body.ShouldContain($"""<label for="{id}">""");
        page.Body.ShouldContain("autofocus");
        (await browser.SubmitAsync(page, ("login", "x"), ("password", "y"))).Body.ShouldContain("""role="alert">""");
    }

    [Theory, EveryDatabase]
    public async Task The_language_follows_the_address_then_the_browser_and_is_chinese_else(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await browser.GetAsync("/account/signin")).Body.ShouldContain("<h1>登录</h1>");
        browser.AcceptLanguage = "fr, en-GB;q=0.8, zh;q=0.2";
        (await browser.GetAsync("/account/signin")).Body.ShouldContain("<h1>Sign in</h1>");
        var page = await browser.GetAsync("/account/signin?ui_locales=zh-CN");
        page.Body.ShouldContain("<h1>登录</h1>");
        // The choice stays with the form.
        (await browser.SubmitAsync(page, ("login", "x"), ("password", "y"))).Problem.ShouldStartWith("登录名或密码不正确");
        browser.AcceptLanguage = "fr";
        (await browser.GetAsync("/account/signin?ui_locales=tlh")).Body.ShouldContain("<h1>登录</h1>");
    }

    [Theory, EveryDatabase]
    public async Task Capitals_and_blanks_around_the_login_name_do_not_matter(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        (await TryAsync(browser, $" {person.ToUpperInvariant()} ", DoorOffice.GoodPassword)).Url.ShouldBe("/");
    }

    [Theory, EveryDatabase]
    public async Task Cookies_are_out_of_reach_of_scripts_and_bound_to_https_where_the_address_is(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        await office.AddAsync("identity/https", ("Backoffice:Issuer", "https://office.test/"));
        foreach (var (name, https) in new[] { ("identity", false), ("identity/https", true) })
        {
            using var browser = office.NewBrowser(name);
            (await TryAsync(browser, person, DoorOffice.GoodPassword)).Url.ShouldBe("/");
            var set = browser.SetCookies.Where(c => !c.Contains("=;", StringComparison.Ordinal)).ToList();
            set.Count.ShouldBe(2);
            set.ShouldAllBe(c => c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=", StringComparison.OrdinalIgnoreCase) && c.Contains("path=/", StringComparison.Ordinal));
            set.ShouldAllBe(c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase) == https && c.StartsWith("__Host-", StringComparison.Ordinal) == https);
        }
    }

    private static async Task<Page> TryAsync(Browser browser, string login, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", login), ("password", password));

    [GeneratedRegex("""<input id="([^"]+)" """)]
    private static partial Regex FieldIds();
}
