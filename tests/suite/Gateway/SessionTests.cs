using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Backoffice.Host.Demo;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Gateway;

/// <summary>A browser's session at the gateway, walked with a client that keeps cookies and fills in forms.</summary>
public sealed partial class SessionTests(Demonstrations demonstrations)
{
    [Theory, EveryDatabase]
    public async Task A_person_signs_in_works_without_ever_seeing_a_token_and_signs_out(StoreKind store)
    {
        var suite = await demonstrations.On(store);
        using var browser = Browser(suite, out var cookies);
        await SignInAsync(browser, suite, "clerk");

        (await ReadAsync(browser, "/session")).RootElement.GetProperty("account").GetString().ShouldBe("clerk");
        (await ReadAsync(browser, "/v1/me")).RootElement.GetProperty("account").GetString().ShouldBe("clerk");
        cookies.GetAllCookies().ShouldAllBe(c => c.HttpOnly);
        // What is encrypted may hold any letters by chance, but no points.
        cookies.GetAllCookies().ShouldAllBe(c => !c.Value.Contains("eyJ") || !c.Value.Contains('.'), "a token in a cookie");

        using var registered = await PostAsync(browser, "/v1/incomingDocuments", """{"title": "会话登记"}""", Own(browser));
        registered.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var left = await PostAsync(browser, "/signout", null, origin: Own(browser));
        left.StatusCode.ShouldBe(HttpStatusCode.OK, await left.Content.ReadAsStringAsync());
        using var after = await browser.GetAsync(new Uri("/v1/me", UriKind.Relative));
        after.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_post_that_another_site_makes_with_the_cookie_is_refused()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var browser = Browser(suite, out _);
        await SignInAsync(browser, suite, "office-director");
        foreach (var origin in new[] { "https://evil.example", "null", null })
        {
            using var response = await PostAsync(browser, "/v1/incomingDocuments", """{"title": "x"}""", origin);
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory, EveryDatabase]
    public async Task Of_two_browsers_one_ends_the_other_which_is_refused_at_its_next_call_and_hears_no_more(StoreKind store)
    {
        var suite = await demonstrations.On(store);
        using var mine = Browser(suite, out _, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var lost = Browser(suite, out _);
        await SignInAsync(mine, suite, "section-chief");
        await SignInAsync(lost, suite, "section-chief");
        using var stream = new StreamReader(await lost.GetStreamAsync(new Uri("/v1/inbox:watch", UriKind.Relative)));
        (await stream.ReadLineAsync())!.ShouldContain("counts");
        (await SessionsAsync(mine)).Single(s => s.Current).UserAgent.ShouldContain("Firefox/140.0");

        var other = (await SessionsAsync(lost)).Single(s => s.Current).Name;
        using var ended = await PostAsync(mine, $"/v1/{other}:end", "{}", Own(mine));

        ended.StatusCode.ShouldBe(HttpStatusCode.OK, await ended.Content.ReadAsStringAsync());
        using var refused = await lost.GetAsync(new Uri("/v1/me", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        // What the gateway kept of it is taken away a moment after the answer; it opens nothing any more.
        await Eventually.SameAsync(async () => (await ReadAsync(lost, "/session")).RootElement.GetProperty("account").GetString(), account => account is null);
        // Nor does the issuer let it in again without a password.
        (await lost.GetStringAsync(new Uri("/signin", UriKind.Relative))).ShouldContain("password");
        await ShouldEndAsync(stream);
        (await ReadAsync(mine, "/v1/me")).RootElement.GetProperty("account").GetString().ShouldBe("section-chief");
        (await SessionsAsync(mine)).ShouldNotContain(s => s.Name == other);
    }

    [Theory, EveryDatabase]
    public async Task The_system_administrator_ends_every_session_of_an_account_and_nobody_else_does(StoreKind store)
    {
        var suite = await demonstrations.On(store);
        using var person = Browser(suite, out _);
        using var administrator = Browser(suite, out _);
        await SignInAsync(administrator, suite, "sysadmin");
        // Somebody of this test's own: all tokens of the account end here, and other tests hold those of the office's people.
        using var created = await PostAsync(administrator, "/v1/accounts?accountId=seconded", """{"displayName": "借调人员"}""", Own(administrator));
        created.StatusCode.ShouldBe(HttpStatusCode.OK, await created.Content.ReadAsStringAsync());
        using var account = JsonDocument.Parse(await created.Content.ReadAsStringAsync());
        await FirstSignInAsync(person, "seconded", account.RootElement.GetProperty("temporaryPassword").GetString()!);
        using var wrong = await PostAsync(person, "/v1/accounts/sysadmin/sessions:end", "{}", Own(person));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var elsewhere = await PostAsync(administrator, "/v1/accounts/seconded/sessions:end", "{}", "https://evil.example");
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var still = await person.GetAsync(new Uri("/v1/me", UriKind.Relative));
        still.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var ended = await PostAsync(administrator, "/v1/accounts/seconded/sessions:end", "{}", Own(administrator));

        ended.StatusCode.ShouldBe(HttpStatusCode.OK, await ended.Content.ReadAsStringAsync());
        using var refused = await person.GetAsync(new Uri("/v1/me", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Sign_in_returns_to_this_site_only(string returnUrl)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var browser = Browser(suite, out _);
        var end = await SignInAsync(browser, suite, "director", returnUrl);
        end.Authority.ShouldBe(browser.BaseAddress!.Authority);
        // The front door, which leads on to the console where that is built.
        end.AbsolutePath.ShouldBeOneOf("/", "/console/");
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_completed_says_so_on_a_page()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var browser = Browser(suite, out _);
        var page = await browser.GetStringAsync(new Uri("/signin-oidc?code=used&state=unknown", UriKind.Relative));
        page.ShouldContain("登录未完成");
    }

    private static HttpClient Browser(Demonstration suite, out CookieContainer cookies, string userAgent = "")
    {
        cookies = new CookieContainer();
        // The issuer's address is localhost; cookies belong to it, so the browser uses the same name.
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new UriBuilder(suite.Http.BaseAddress!) { Host = "localhost" }.Uri };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("user-agent", userAgent);
        return browser;
    }

    private static async Task<Uri> SignInAsync(HttpClient browser, Demonstration suite, string account, string returnUrl = "/")
    {
        using var page = await browser.GetAsync(new Uri($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}", UriKind.Relative));
        using var done = await SubmitAsync(browser, page, name => IsLogin(name) ? account : IsPassword(name) ? DemoOffice.Password(suite.Installation) : null);
        return done.RequestMessage!.RequestUri!;
    }

    /// <summary>Signs in with a password somebody else chose, and chooses one in its place as the page that follows demands.</summary>
    private static async Task FirstSignInAsync(HttpClient browser, string account, string temporaryPassword)
    {
        using var page = await browser.GetAsync(new Uri("/signin", UriKind.Relative));
        using var demand = await SubmitAsync(browser, page, name => IsLogin(name) ? account : IsPassword(name) ? temporaryPassword : null);
        using var done = await SubmitAsync(browser, demand, name => name is "password" or "repeat" ? "Own-Choice-2026" : null);
        done.RequestMessage!.RequestUri!.AbsolutePath.ShouldBeOneOf("/", "/console/");
    }

    private static bool IsLogin(string field) => field.Contains("login", StringComparison.OrdinalIgnoreCase) || field.Contains("account", StringComparison.OrdinalIgnoreCase);

    private static bool IsPassword(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sends a page's form back with these values; what none is given for keeps the page's.</summary>
    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, HttpResponseMessage page, Func<string, string?> valueOf)
    {
        var html = await page.Content.ReadAsStringAsync();
        page.StatusCode.ShouldBe(HttpStatusCode.OK, html);
        var fields = Input().Matches(html).ToDictionary(m => Attribute(m.Value, "name"), m => WebUtility.HtmlDecode(Attribute(m.Value, "value")));
        foreach (var name in fields.Keys)
            fields[name] = valueOf(name) ?? fields[name];
        var action = Form().Match(html).Groups[1].Value is { Length: > 0 } target ? new Uri(page.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(target)) : page.RequestMessage!.RequestUri;
        var done = await browser.PostAsync(action, new FormUrlEncodedContent(fields.Where(f => f.Key.Length > 0)));
        done.StatusCode.ShouldBe(HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
        return done;
    }

    private static async Task<IReadOnlyList<(string Name, string UserAgent, bool Current)>> SessionsAsync(HttpClient browser)
    {
        using var listed = await ReadAsync(browser, "/v1/me/sessions");
        return [.. listed.RootElement.GetProperty("sessions").EnumerateArray().Select(s => (
            s.GetProperty("name").GetString()!, s.GetProperty("userAgent").GetString()!, s.TryGetProperty("current", out var current) && current.GetBoolean()))];
    }

    /// <summary>Waits until a stream is over, in whichever way; it would go on for as long as somebody reads.</summary>
    private static async Task ShouldEndAsync(StreamReader stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await stream.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("UNAUTHENTICATED", StringComparison.Ordinal))
                return;
        }
    }

    private static string Own(HttpClient browser) => browser.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string? json, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        if (origin is not null)
            request.Headers.Add("origin", origin);
        return await browser.SendAsync(request);
    }

    private static async Task<JsonDocument> ReadAsync(HttpClient browser, string path) => JsonDocument.Parse(await browser.GetStringAsync(new Uri(path, UriKind.Relative)));

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<form[^>]*action=\"([^\"]*)\"")]
    private static partial Regex Form();
}
