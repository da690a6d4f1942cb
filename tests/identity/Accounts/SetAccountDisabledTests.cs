using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class SetAccountDisabledTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_closed_account_has_no_session_no_token_and_no_way_in(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var tokens = await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);

        (await (await office.AsSysadminAsync()).SetAccountDisabledAsync(Request(person, true))).Account.Disabled.ShouldBeTrue();

        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(tokens.Access).GetMeAsync(new GetMeRequest()));
        (await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens.Refresh))).Error.ShouldBe("invalid_grant");
        var page = await browser.GetAsync(new CodeFlow().AuthorizeUrl);
        page.Path.ShouldBe("/account/signin");
        page = await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword));
        page.Problem.ShouldNotBeEmpty();
        var entry = (await office.AuditOfAsync(person))[0];
        (entry.Method, entry.Reason).ShouldBe(("identity/SignInFailed", "ACCOUNT_DISABLED"));
    }

    [Theory, EveryDatabase]
    public async Task An_account_opened_again_lets_its_holder_in(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var accounts = await office.AsSysadminAsync();
        await accounts.SetAccountDisabledAsync(Request(person, true));
        await accounts.SetAccountDisabledAsync(Request(person, false));
        (await office.SignInAsync(person, DoorOffice.GoodPassword)).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task The_last_open_administrator_of_a_kind_stays_open(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var accounts = await office.AsSysadminAsync();
        await Refused.ForAsync("LAST_ADMINISTRATOR", accounts.SetAccountDisabledAsync(Request("secadmin", true)));
        var (second, _) = await office.NewAccountAsync(Role.SecurityAdministrator);
        await accounts.SetAccountDisabledAsync(Request(second, true));
        // A closed account is nobody who could take over.
        await Refused.ForAsync("LAST_ADMINISTRATOR", accounts.SetAccountDisabledAsync(Request("secadmin", true)));
        await accounts.SetAccountDisabledAsync(Request(second, false));
        await accounts.SetAccountDisabledAsync(Request("secadmin", true));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_closes_the_own_account(StoreKind store) =>
        await Refused.ForAsync("OWN_ACCOUNT", (await (await suites.On(store)).AsSysadminAsync()).SetAccountDisabledAsync(Request("sysadmin", true)));

    [Theory, EveryDatabase]
    public async Task A_stale_etag_is_refused(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, _) = await office.NewAccountAsync();
        var accounts = await office.AsSysadminAsync();
        var request = Request(person, true);
        request.Etag = (await accounts.GetAccountAsync(new GetAccountRequest { Name = request.Name })).Account.Etag;
        await accounts.SetAccountDisabledAsync(request);
        await Refused.ForAsync("STALE_ETAG", accounts.SetAccountDisabledAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_answers_the_same(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, _) = await office.NewAccountAsync();
        var accounts = await office.AsSysadminAsync();
        var request = Request(person, true);
        request.RequestId = Guid.NewGuid().ToString();
        var first = await accounts.SetAccountDisabledAsync(request);
        (await accounts.SetAccountDisabledAsync(request)).ShouldBe(first);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_system_administrator_closes_accounts_that_exist(StoreKind store)
    {
        var office = await suites.On(store);
        await Refused.ForAsync("PERMISSION_DENIED", (await office.AsSecadminAsync()).SetAccountDisabledAsync(Request("auditor", true)));
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", (await office.AsSysadminAsync()).SetAccountDisabledAsync(Request("absent", true)));
    }

    private static SetAccountDisabledRequest Request(string login, bool disabled) => new() { Name = $"accounts/{login}", Disabled = disabled };
}
