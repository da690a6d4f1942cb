using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Pages;

public sealed class NewPasswordPageTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Until_the_password_is_changed_nobody_is_signed_in(StoreKind store)
    {
        var (office, login, _, browser, page) = await AtThePageAsync(store);
        using var open = browser;
        (await browser.GetAsync(new CodeFlow().AuthorizeUrl)).Path.ShouldBe("/account/signin");
        (await browser.SubmitAsync(page, ("password", DoorOffice.GoodPassword), ("repeat", DoorOffice.GoodPassword))).Url.ShouldStartWith(CodeFlow.RedirectUri);
        (await office.AuditOfAsync(login)).Select(e => e.Method).Take(2).ShouldBe(["identity/SignIn", "identity/ChangePassword"]);
    }

    [Theory, EveryDatabase]
    public async Task Every_broken_rule_is_a_line(StoreKind store)
    {
        var (_, login, temporary, browser, page) = await AtThePageAsync(store);
        using var open = browser;
        await ShouldSayAsync(browser, page, login[..^1] + login[^1], "少于 10 个字符", "不足三种", "包含登录名");
        await ShouldSayAsync(browser, page, "Password123", "常见弱密码");
        await ShouldSayAsync(browser, page, temporary, "最近 5 次");
        page = await browser.SubmitAsync(page, ("password", DoorOffice.GoodPassword), ("repeat", DoorOffice.GoodPassword + "x"));
        page.Problem.ShouldContain("不一致");
    }

    [Theory, EveryDatabase]
    public async Task The_old_temporary_password_is_dead_afterwards(StoreKind store)
    {
        var (_, login, temporary, browser, page) = await AtThePageAsync(store);
        using var open = browser;
        await browser.SubmitAsync(page, ("password", DoorOffice.GoodPassword), ("repeat", DoorOffice.GoodPassword));
        (await browser.SubmitAsync(await browser.GetAsync("/account/signin"), ("login", login), ("password", temporary))).Problem.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_form_sent_twice_changes_the_password_once(StoreKind store)
    {
        var (office, login, _, browser, page) = await AtThePageAsync(store);
        using var open = browser;
        var cookies = new Dictionary<string, string>(browser.Cookies);
        await browser.SubmitAsync(page, ("password", DoorOffice.GoodPassword), ("repeat", DoorOffice.GoodPassword));
        using var second = office.NewBrowser();
        foreach (var (name, value) in cookies)
            second.Cookies[name] = value;
        (await second.SubmitAsync(page, ("password", "Stolen-Horse-99"), ("repeat", "Stolen-Horse-99"))).Path.ShouldBe("/account/signin");
        (await office.SignInAsync(login, DoorOffice.GoodPassword)).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task A_reset_in_between_sends_back_to_the_start(StoreKind store)
    {
        var (office, login, _, browser, page) = await AtThePageAsync(store);
        using var open = browser;
        await (await office.AsSysadminAsync()).ResetPasswordAsync(new ResetPasswordRequest { Name = $"accounts/{login}" });
        page = await browser.SubmitAsync(page, ("password", DoorOffice.GoodPassword), ("repeat", DoorOffice.GoodPassword));
        page.Path.ShouldBe("/account/signin");
        page.Problem.ShouldBe("登录已中断，请重新登录。");
    }

    [Theory, EveryDatabase]
    public async Task Without_the_temporary_password_there_is_no_page(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await browser.GetAsync("/account/password")).Path.ShouldBe("/account/signin");
        (await browser.GetAsync("/account/code")).Path.ShouldBe("/account/signin");
    }

    private async Task<(DoorOffice Office, string Login, string Temporary, Browser Browser, Page Page)> AtThePageAsync(StoreKind store)
    {
        var office = await suites.On(store);
        var (login, temporary) = await office.NewAccountAsync(Role.Clerk);
        var browser = office.NewBrowser();
        var page = await browser.SubmitAsync(await browser.GetAsync(new CodeFlow().AuthorizeUrl), ("login", login), ("password", temporary));
        page.Path.ShouldBe("/account/password");
        return (office, login, temporary, browser, page);
    }

    private static async Task ShouldSayAsync(Browser browser, Page page, string choice, params string[] parts)
    {
        var answer = await browser.SubmitAsync(page, ("password", choice), ("repeat", choice));
        answer.Path.ShouldBe("/account/password");
        answer.Body.Split("<li>").Length.ShouldBe(parts.Length + 1);
        foreach (var part in parts)
            answer.Problem.ShouldContain(part);
    }
}
