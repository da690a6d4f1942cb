using Backoffice.Coordination;
using Backoffice.Coordination.V1;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Accounts;

public sealed class RevocationTests
{
    [Theory, EveryDatabase]
    public async Task A_closed_accounts_token_is_refused_by_another_service_within_seconds(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await AddCoordinationAsync(office);
        var (leaver, stayer) = (await office.NewPersonAsync(Role.Clerk), await office.NewPersonAsync(Role.Clerk));
        var (left, stays) = (await office.SignInAsync(leaver, DoorOffice.GoodPassword), await office.SignInAsync(stayer, DoorOffice.GoodPassword));
        (await ReasonAsync(office, left.Access)).ShouldBeEmpty();

        await CloseAsync(office, leaver);

        await Eventually.SameAsync(() => ReasonAsync(office, left.Access), reason => reason == "UNAUTHENTICATED");
        (await ReasonAsync(office, stays.Access)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_service_that_was_down_learns_of_it_when_it_starts(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await AddCoordinationAsync(office);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        (await ReasonAsync(office, tokens.Access)).ShouldBeEmpty();

        await office.Suite.StopAsync("coordination");
        await CloseAsync(office, person);
        await AddCoordinationAsync(office);

        await Eventually.SameAsync(() => ReasonAsync(office, tokens.Access), reason => reason == "UNAUTHENTICATED");
    }

    [Theory, EveryDatabase]
    public async Task Another_service_takes_access_tokens_and_nothing_else(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        await AddCoordinationAsync(office);
        var tokens = await office.SignInAsync(await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        var machine = await office.MachineTokenAsync();

        (await ReasonAsync(office, tokens.Access)).ShouldBeEmpty();
        (await ReasonAsync(office, machine.Access)).ShouldBeEmpty();
        foreach (var wrong in new[] { tokens.Identity, tokens.Refresh, "garbage" })
            (await ReasonAsync(office, wrong)).ShouldBe("UNAUTHENTICATED");
    }

    private static Task AddCoordinationAsync(DoorOffice office) => office.Suite.AddAsync(CoordinationModule.Module, "coordination", new SuitePart
    {
        Settings = new Dictionary<string, string?>
        {
            ["Backoffice:Issuer"] = DoorOffice.Issuer,
            ["Backoffice:JwksUrl"] = new Uri(office.Suite.OpsOf("identity"), "/.well-known/jwks").ToString(),
        },
    });

    private static async Task CloseAsync(DoorOffice office, string login) =>
        await (await office.AsSysadminAsync()).SetAccountDisabledAsync(new SetAccountDisabledRequest { Name = $"accounts/{login}", Disabled = true });

    private static Task<string> ReasonAsync(DoorOffice office, string token) =>
        Refused.ReasonOfAsync(new UnitService.UnitServiceClient(office.Suite.CallWith("coordination", $"Bearer {token}")).ListUnitsAsync(new ListUnitsRequest()));
}
