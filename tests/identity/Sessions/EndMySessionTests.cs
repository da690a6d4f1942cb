using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Sessions;

public sealed class EndMySessionTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task An_ended_session_is_refused_at_once_and_the_others_go_on(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        using var stays = office.NewBrowser();
        using var goes = office.NewBrowser();
        var kept = await office.EnterAsync(stays, person);
        var lost = await office.EnterAsync(goes, person);
        var request = new EndMySessionRequest { Name = (await office.ListAsync(lost)).Single(s => s.Current).Name, RequestId = Guid.NewGuid().ToString() };

        await office.Sessions(kept.Access).EndMySessionAsync(request);
        // A repeat is answered as the first call was.
        await office.Sessions(kept.Access).EndMySessionAsync(request);

        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(lost.Access).GetMeAsync(new GetMeRequest()));
        (await goes.RefreshAsync(lost)).Error.ShouldBe("invalid_grant");
        (await goes.IsKnownAsync()).ShouldBeFalse();
        (await stays.RefreshAsync(kept)).Status.ShouldBe(200);
        (await stays.IsKnownAsync()).ShouldBeTrue();
        var entry = (await office.AuditOfAsync(person))[0];
        (entry.Method, entry.Resource).ShouldBe(("backoffice.identity.v1.SessionService/EndMySession", request.Name));
        (await office.Suite.EventsAsync<SessionEnded>("identity")).Count(e => e.Session == request.Name).ShouldBe(1);
        await Refused.ForAsync("SESSION_NOT_FOUND", office.Sessions(kept.Access).EndMySessionAsync(new EndMySessionRequest { Name = request.Name }));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_ends_the_session_of_another(StoreKind store)
    {
        var office = await suites.On(store);
        var (person, other) = (await office.NewPersonAsync(Role.Clerk), await office.NewPersonAsync(Role.Director));
        var (mine, theirs) = (await office.SignInAsync(person, DoorOffice.GoodPassword), await office.SignInAsync(other, DoorOffice.GoodPassword));
        var name = (await office.ListAsync(mine)).Single(s => s.Current).Name;

        // Neither by its name nor under the own account.
        foreach (var tried in new[] { name, name.Replace(person, other) })
            await Refused.ForAsync("SESSION_NOT_FOUND", office.Sessions(theirs.Access).EndMySessionAsync(new EndMySessionRequest { Name = tried }));
        (await office.ListAsync(mine)).Count(s => s.Name == name).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Ending_the_present_one_is_signing_out(StoreKind store)
    {
        var office = await suites.On(store);
        using var browser = office.NewBrowser();
        var tokens = await office.EnterAsync(browser, await office.NewPersonAsync(Role.Clerk));
        await office.Sessions(tokens.Access).EndMySessionAsync(new EndMySessionRequest { Name = (await office.ListAsync(tokens)).Single(s => s.Current).Name });
        await Refused.ForAsync("UNAUTHENTICATED", office.Sessions(tokens.Access).ListMySessionsAsync(new ListMySessionsRequest()));
        (await browser.IsKnownAsync()).ShouldBeFalse();
    }
}
