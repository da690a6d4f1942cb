using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class ResetPasswordTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_new_password_replaces_the_old_and_must_be_changed(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var before = await office.SignInAsync(person, DoorOffice.GoodPassword);
        var reset = await (await office.AsSysadminAsync()).ResetPasswordAsync(Request(person));
        reset.Account.PasswordChangeRequired.ShouldBeTrue();

        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(before.Access).GetMeAsync(new GetMeRequest()));
        using var browser = office.NewBrowser();
        var page = await browser.GetAsync(new CodeFlow().AuthorizeUrl);
        (await browser.SubmitAsync(page, ("login", person), ("password", DoorOffice.GoodPassword))).Problem.ShouldNotBeEmpty();
        (await office.SignInAsync(person, reset.TemporaryPassword, "Another-Horse-43")).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task It_lifts_a_lock_out(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var page = await browser.GetAsync(new CodeFlow().AuthorizeUrl);
        for (var i = 0; i < 5; i++)
            page = await browser.SubmitAsync(page, ("login", person), ("password", "wrong"));
        var accounts = await office.AsSysadminAsync();
        (await accounts.GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account.LockEndTime.ShouldNotBeNull();

        var reset = await accounts.ResetPasswordAsync(Request(person));
        reset.Account.LockEndTime.ShouldBeNull();
        (await office.SignInAsync(person, reset.TemporaryPassword, "Another-Horse-43")).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task It_removes_the_second_factor_when_asked_to(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        await Enrolment.EnrolAsync(office, person);
        var accounts = await office.AsSysadminAsync();
        (await accounts.ResetPasswordAsync(Request(person))).Account.TotpEnrolled.ShouldBeTrue();

        var request = Request(person);
        request.RemoveTotp = true;
        var reset = await accounts.ResetPasswordAsync(request);
        reset.Account.TotpEnrolled.ShouldBeFalse();
        (await office.SignInAsync(person, reset.TemporaryPassword, "Another-Horse-43")).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_does_not_show_the_password_again(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, _) = await office.NewAccountAsync();
        var accounts = await office.AsSysadminAsync();
        var request = Request(person);
        request.RequestId = Guid.NewGuid().ToString();
        var first = await accounts.ResetPasswordAsync(request);
        var repeat = await accounts.ResetPasswordAsync(request);
        repeat.TemporaryPassword.ShouldBeEmpty();
        repeat.Account.ShouldBe(first.Account);
        (await office.SignInAsync(person, first.TemporaryPassword, DoorOffice.GoodPassword)).Status.ShouldBe(200);
        (await office.Suite.FindInStoreAsync(first.TemporaryPassword)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Nobody_resets_the_own_password(StoreKind store) =>
        await Refused.ForAsync("OWN_ACCOUNT", (await (await suites.On(store)).AsSysadminAsync()).ResetPasswordAsync(Request("sysadmin")));

    [Theory, EveryDatabase]
    public async Task Only_the_system_administrator_resets_passwords_of_accounts_that_exist(StoreKind store)
    {
        var office = await suites.On(store);
        await Refused.ForAsync("PERMISSION_DENIED", office.Accounts(await office.TokenOfAsync("auditor")).ResetPasswordAsync(Request("sysadmin")));
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", (await office.AsSysadminAsync()).ResetPasswordAsync(Request("absent")));
    }

    private static ResetPasswordRequest Request(string login) => new() { Name = $"accounts/{login}" };
}
