using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class CreateAccountTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_new_account_has_no_roles_and_a_password_that_must_be_changed(StoreKind store)
    {
        var office = await suites.On(store);
        var accounts = await office.AsSysadminAsync();
        var created = await accounts.CreateAccountAsync(Request("newcomer"));
        created.Account.Name.ShouldBe("accounts/newcomer");
        created.Account.Roles.ShouldBeEmpty();
        created.Account.PasswordChangeRequired.ShouldBeTrue();
        (await accounts.GetAccountAsync(new GetAccountRequest { Name = created.Account.Name })).Account.ShouldBe(created.Account);
        using var browser = office.NewBrowser();
        var page = await browser.SubmitAsync(await browser.GetAsync(new CodeFlow().AuthorizeUrl), ("login", "newcomer"), ("password", created.TemporaryPassword));
        page.Path.ShouldBe("/account/password");
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_answers_the_same_without_the_password(StoreKind store)
    {
        var office = await suites.On(store);
        var accounts = await office.AsSysadminAsync();
        var request = Request("twice-asked");
        request.RequestId = Guid.NewGuid().ToString();
        var first = await accounts.CreateAccountAsync(request);
        var repeat = await accounts.CreateAccountAsync(request);
        repeat.Account.ShouldBe(first.Account);
        repeat.TemporaryPassword.ShouldBeEmpty();
        (await office.Suite.FindInStoreAsync(first.TemporaryPassword)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_login_name_is_given_once(StoreKind store)
    {
        var office = await suites.On(store);
        var accounts = await office.AsSysadminAsync();
        await accounts.CreateAccountAsync(Request("taken"));
        await Refused.ForAsync("ACCOUNT_TAKEN", accounts.CreateAccountAsync(Request("taken")));
    }

    [Theory, EveryDatabase]
    public async Task A_clients_id_is_no_login_name(StoreKind store)
    {
        var accounts = await (await suites.On(store)).AsSysadminAsync();
        await Refused.ForAsync("ACCOUNT_TAKEN", accounts.CreateAccountAsync(Request(DoorOffice.Machine)));
        await Refused.ForAsync("ACCOUNT_TAKEN", accounts.CreateAccountAsync(Request("backoffice-web")));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_at_once_one_gets_the_name(StoreKind store)
    {
        var accounts = await (await suites.On(store)).AsSysadminAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Refused.ReasonOfAsync(accounts.CreateAccountAsync(Request("contested")))));
        outcomes.Order().ShouldBe(["", "ACCOUNT_TAKEN"]);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_system_administrator_creates_accounts(StoreKind store)
    {
        var office = await suites.On(store);
        await Refused.ForAsync("PERMISSION_DENIED", (await office.AsSecadminAsync()).CreateAccountAsync(Request("nobody")));
        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(null).CreateAccountAsync(Request("nobody")));
    }

    [Theory, EveryDatabase]
    public async Task Garbage_is_named_field_by_field(StoreKind store)
    {
        var accounts = await (await suites.On(store)).AsSysadminAsync();
        var fields = await Refused.FieldsOfAsync(accounts.CreateAccountAsync(new CreateAccountRequest { AccountId = "../etc", Account = new Account { DisplayName = "" }, RequestId = "1" }));
        fields.ShouldBe(["account.display_name", "account_id", "request_id"], ignoreOrder: true);
    }

    private static CreateAccountRequest Request(string id) => new() { AccountId = id, Account = new Account { DisplayName = "新来的" } };
}
