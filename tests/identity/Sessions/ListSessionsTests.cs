using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Sessions;

public sealed class ListSessionsTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_system_administrator_sees_where_an_account_is_signed_in_and_nobody_else_does(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        var request = new ListSessionsRequest { Parent = $"accounts/{person}" };

        var listed = (await (await office.SessionsOfSysadminAsync()).ListSessionsAsync(request)).Sessions;

        listed.Select(s => s.Name).ShouldBe((await office.ListAsync(tokens)).Select(s => s.Name));
        listed.ShouldAllBe(s => !s.Current);
        foreach (var wrong in new[] { tokens.Access, await office.TokenOfAsync("secadmin"), await office.TokenOfAsync("auditor") })
            await Refused.ForAsync("PERMISSION_DENIED", office.Sessions(wrong).ListSessionsAsync(request));
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", (await office.SessionsOfSysadminAsync()).ListSessionsAsync(new ListSessionsRequest { Parent = "accounts/nobody-at-all" }));
    }
}
