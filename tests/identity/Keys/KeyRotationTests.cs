using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Identity.Keys;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Keys;

public sealed class KeyRotationTests
{
    [Theory, EveryDatabase]
    public async Task Tokens_of_the_key_before_stay_good_and_the_key_goes_when_none_can_be_left(StoreKind store)
    {
        var clock = new AdvancedClock();
        await using var office = await DoorOffice.StartAsync(store, clock, ("Identity:SigningKeyDays", "1"));
        var person = await office.NewPersonAsync(Role.Clerk);
        var first = await KidsAsync(office, 1);

        // The next key is known before it signs.
        await AdvanceAsync(office, clock, TimeSpan.FromDays(1) - TimeSpan.FromHours(1));
        var both = await KidsAsync(office, 2);
        both[0].ShouldBe(first[0]);
        clock.Advance(TimeSpan.FromMinutes(50));
        using var browser = office.NewBrowser();
        var old = await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        old.Read().Kid.ShouldBe(first[0]);

        await AdvanceAsync(office, clock, TimeSpan.FromMinutes(15));
        var machine = await office.MachineTokenAsync();
        machine.Read().Kid.ShouldBe(both[1]);
        await office.Accounts(machine.Access).GetMeAsync(new GetMeRequest());
        (await office.Accounts(old.Access).GetMeAsync(new GetMeRequest())).Account.ShouldBe(person);
        var renewed = await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", old.Refresh));
        renewed.Read().Kid.ShouldBe(both[1]);

        await AdvanceAsync(office, clock, TimeSpan.FromHours(14));
        (await KidsAsync(office, 1)).ShouldBe([both[1]]);
        await Refused.ForAsync("UNAUTHENTICATED", office.Accounts(old.Access).GetMeAsync(new GetMeRequest()));
        (await office.SignInAsync(person, DoorOffice.GoodPassword)).Read().Kid.ShouldBe(both[1]);
    }

    [Theory, EveryDatabase]
    public async Task Keys_outlive_a_restart(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        var token = await office.MachineTokenAsync();
        var kids = await KidsAsync(office, 1);
        await office.Suite.StopAsync("identity");
        await office.AddAsync("identity");
        (await KidsAsync(office, 1)).ShouldBe(kids);
        (await office.Accounts(token.Access).GetMeAsync(new GetMeRequest())).Account.ShouldBe(DoorOffice.Machine);
    }

    /// <summary>Puts the clock forward, and does what housekeeping does every half minute.</summary>
    private static async Task AdvanceAsync(DoorOffice office, AdvancedClock clock, TimeSpan by)
    {
        clock.Advance(by);
        await using var scope = office.Suite.Services("identity").CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyRotation>().RunAsync(CancellationToken.None);
    }

    /// <summary>The kids of the published keys, the signing one first.</summary>
    private static async Task<string[]> KidsAsync(DoorOffice office, int count)
    {
        using var http = new HttpClient();
        var keys = await http.GetFromJsonAsync<JsonElement>(new Uri(office.Suite.OpsOf("identity"), "/.well-known/jwks"));
        var kids = keys.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!).ToArray();
        kids.Length.ShouldBe(count);
        return kids;
    }
}
