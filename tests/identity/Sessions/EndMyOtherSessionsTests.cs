using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Sessions;

public sealed class EndMyOtherSessionsTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task All_end_but_the_one_it_is_called_in(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var (first, second) = (await office.SignInAsync(person, DoorOffice.GoodPassword), await office.SignInAsync(person, DoorOffice.GoodPassword));
        var stranger = await office.SignInAsync(await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        var request = new EndMyOtherSessionsRequest { RequestId = Guid.NewGuid().ToString() };

        // Those of the second sign-in and of the first password.
        (await office.Sessions(first.Access).EndMyOtherSessionsAsync(request)).EndedCount.ShouldBe(2);
        (await office.Sessions(first.Access).EndMyOtherSessionsAsync(request)).EndedCount.ShouldBe(2);

        (await office.ListAsync(first)).ShouldHaveSingleItem().Current.ShouldBeTrue();
        await Refused.ForAsync("UNAUTHENTICATED", office.Sessions(second.Access).ListMySessionsAsync(new ListMySessionsRequest()));
        (await office.ListAsync(stranger)).Count.ShouldBe(2);
        (await office.AuditOfAsync(person))[0].Method.ShouldBe("backoffice.identity.v1.SessionService/EndMyOtherSessions");
    }

    [Theory, EveryDatabase]
    public async Task Outside_of_a_session_there_is_none_to_keep_and_none_is_ended(StoreKind store)
    {
        var office = await suites.On(store);
        var machine = await office.MachineTokenAsync();
        await Refused.ForAsync("SESSION_NOT_FOUND", office.Sessions(machine.Access).EndMyOtherSessionsAsync(new EndMyOtherSessionsRequest()));
    }
}
