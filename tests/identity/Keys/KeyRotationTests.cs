using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Identity.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Keys;

public sealed class KeyRotationTests
{
    [Theory, EveryDatabase]
    public async Task Tokens_of_the_key_before_stay_good_and_the_key_goes_when_none_can_be_left(StoreKind store)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var office = await DoorOffice.StartAsync(store, clock, ("Identity:SigningKeyDays", "1"));
        var person = await office.NewPersonAsync(Role.Clerk);
        var first = await KidsAsync(office, 1);

        // The next key is known before it signs.
        clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(10));
        var both = await KidsAsync(office, 2);
        both[0].ShouldBe(first[0]);
        using var browser = office.NewBrowser();
        var old = await DoorOffice.SignInAsync(browser, person, DoorOffice.GoodPassword);
        old.Read().Kid.ShouldBe(first[0]);

        clock.Advance(TimeSpan.FromMinutes(15));
        var machine = await Eventually.SameAsync(() => office.MachineTokenAsync(), t => t.Read().Kid != first[0]);
        machine.Read().Kid.ShouldBe(both[1]);
        await office.Accounts(machine.Access).GetMeAsync(new GetMeRequest());
        (await office.Accounts(old.Access).GetMeAsync(new GetMeRequest())).Account.ShouldBe(person);
        var renewed = await browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", old.Refresh));
        renewed.Read().Kid.ShouldBe(both[1]);

        clock.Advance(TimeSpan.FromHours(14));
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

    /// <summary>The kids of the published keys, the signing one first, once there are so many.</summary>
    private static Task<string[]> KidsAsync(DoorOffice office, int count) => Eventually.SameAsync(
        async () =>
        {
            using var http = new HttpClient();
            var keys = await http.GetFromJsonAsync<JsonElement>(new Uri(office.Suite.OpsOf("identity"), "/.well-known/jwks"));
            return keys.GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!).ToArray();
        },
        kids => kids.Length == count);
}
