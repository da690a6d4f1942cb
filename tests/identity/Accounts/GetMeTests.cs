using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class GetMeTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_person_learns_name_roles_and_the_permissions_that_follow(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var me = await office.Accounts((await office.SignInAsync(person, DoorOffice.GoodPassword)).Access).GetMeAsync(new GetMeRequest());
        me.Account.ShouldBe(person);
        me.DisplayName.ShouldBe($"人员 {person}");
        me.Roles.ShouldBe([Role.Clerk]);
        me.Permissions.ShouldContain("document.incomingDocuments.register");
        me.Permissions.ShouldNotContain("identity.accounts.create");
        me.Permissions.ShouldBe(me.Permissions.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task A_machine_is_its_client_id(StoreKind store)
    {
        var office = await suites.On(store);
        var machine = await office.MachineTokenAsync();
        var me = await office.Accounts(machine.Access).GetMeAsync(new GetMeRequest());
        me.Account.ShouldBe(DoorOffice.Machine);
        me.Roles.ShouldBe([Role.Clerk]);
    }

    [Theory, EveryDatabase]
    public async Task An_account_without_roles_has_no_permissions(StoreKind store)
    {
        var office = await suites.On(store);
        var (login, password) = await office.NewAccountAsync();
        var me = await office.Accounts((await office.SignInAsync(login, password, DoorOffice.GoodPassword)).Access).GetMeAsync(new GetMeRequest());
        me.Roles.ShouldBeEmpty();
        me.Permissions.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Without_an_access_token_there_is_no_me(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        foreach (var wrong in new[] { null, "garbage", tokens.Identity, tokens.Refresh, tokens.Access[..^2] })
            await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(wrong).GetMeAsync(new GetMeRequest()));
    }
}
