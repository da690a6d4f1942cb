using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Sessions;

public sealed class EndSessionsTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_system_administrator_ends_all_sessions_of_an_account_and_the_trail_says_so(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var browser = office.NewBrowser();
        var tokens = await office.EnterAsync(browser, person);
        var request = new EndSessionsRequest { Parent = $"accounts/{person}", RequestId = Guid.NewGuid().ToString() };
        var sysadmin = await office.SessionsOfSysadminAsync();

        (await sysadmin.EndSessionsAsync(request)).EndedCount.ShouldBe(2);
        (await sysadmin.EndSessionsAsync(request)).EndedCount.ShouldBe(2);

        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(tokens.Access).GetMeAsync(new GetMeRequest()));
        (await browser.RefreshAsync(tokens)).Error.ShouldBe("invalid_grant");
        (await browser.IsKnownAsync()).ShouldBeFalse();
        var entry = (await office.AuditOfAsync("sysadmin")).First(e => e.Method.EndsWith("/EndSessions", StringComparison.Ordinal) && e.Resource == request.Parent);
        entry.Code.ShouldBe(0);
        // The account itself is as it was: whoever knows the password signs in.
        (await office.SignInAsync(person, DoorOffice.GoodPassword)).Status.ShouldBe(200);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_ends_them(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        foreach (var wrong in new[] { tokens.Access, await office.TokenOfAsync("secadmin"), await office.TokenOfAsync("auditor") })
            await Refused.ForAsync("PERMISSION_DENIED", office.Sessions(wrong).EndSessionsAsync(new EndSessionsRequest { Parent = $"accounts/{person}" }));
        (await office.ListAsync(tokens)).Count.ShouldBe(2);
        await Refused.ForAsync("ACCOUNT_NOT_FOUND", (await office.SessionsOfSysadminAsync()).EndSessionsAsync(new EndSessionsRequest { Parent = "accounts/nobody-at-all" }));
    }
}
