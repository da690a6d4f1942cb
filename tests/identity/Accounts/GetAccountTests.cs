using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class GetAccountTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task Each_administrator_reads_accounts(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        foreach (var administrator in new[] { "sysadmin", "secadmin", "auditor" })
        {
            var account = (await office.Accounts(await office.TokenOfAsync(administrator)).GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account;
            account.Roles.ShouldBe([Role.Clerk]);
            account.PasswordChangeRequired.ShouldBeFalse();
            account.LastSignInTime.ShouldNotBeNull();
            account.LockEndTime.ShouldBeNull();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_sign_in_leaves_the_etag_alone(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var accounts = await office.AsSysadminAsync();
        var before = (await accounts.GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account;
        await office.SignInAsync(person, DoorOffice.GoodPassword);
        var after = (await accounts.GetAccountAsync(new GetAccountRequest { Name = $"accounts/{person}" })).Account;
        after.LastSignInTime.ShouldNotBe(before.LastSignInTime);
        after.Etag.ShouldBe(before.Etag);
    }

    [Theory, EveryDatabase]
    public async Task An_absent_account_is_not_found(StoreKind store) =>
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", (await (await suites.On(store)).AsSysadminAsync()).GetAccountAsync(new GetAccountRequest { Name = "accounts/absent" }));

    [Theory, EveryDatabase]
    public async Task A_clerk_reads_no_accounts(StoreKind store)
    {
        var office = await suites.On(store);
        var token = (await office.SignInAsync(await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword)).Access;
        await Refused.ForAsync("PERMISSION_DENIED", office.Accounts(token).GetAccountAsync(new GetAccountRequest { Name = "accounts/sysadmin" }));
    }
}
