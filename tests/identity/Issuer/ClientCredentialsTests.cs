using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class ClientCredentialsTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_machine_gets_a_token_in_its_own_name_with_the_roles_of_the_options(StoreKind store)
    {
        var tokens = await (await suites.On(store)).MachineTokenAsync();
        var access = tokens.Read();
        access.Typ.ShouldBe("at+jwt");
        access.Subject.ShouldBe(DoorOffice.Machine);
        access.Audiences.ShouldBe(["backoffice"]);
        access.GetPayloadValue<System.Text.Json.JsonElement>("role").GetRawText().ShouldBe("""["clerk"]""");
        tokens.Body.TryGetProperty("refresh_token", out _).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_secret_or_an_unknown_machine_is_unauthorised(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        foreach (var (id, secret) in new[] { (DoorOffice.Machine, "wrong"), ("nobody", DoorOffice.MachineSecret) })
        {
            var answer = await browser.TokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));
            answer.Error.ShouldBe("invalid_client");
            answer.Status.ShouldBe(401);
        }
        (await browser.TokenAsync(("grant_type", "client_credentials"), ("client_id", DoorOffice.Machine), ("client_secret", null))).Error.ShouldBe("invalid_request");
    }

    [Theory, EveryDatabase]
    public async Task The_browsers_client_is_no_machine(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await browser.TokenAsync(("grant_type", "client_credentials"))).Error.ShouldBe("unauthorized_client");
    }

    [Theory, EveryDatabase]
    public async Task There_is_no_grant_by_password(StoreKind store)
    {
        using var browser = (await suites.On(store)).NewBrowser();
        (await browser.TokenAsync(("grant_type", "password"), ("username", "sysadmin"), ("password", "x"))).Error.ShouldBe("unsupported_grant_type");
    }

    [Theory, EveryDatabase]
    public async Task A_machine_taken_out_of_the_options_is_out_at_the_next_start_and_a_changed_secret_is_in_force(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store);
        (await office.MachineTokenAsync()).Status.ShouldBe(200);
        await office.Suite.StopAsync("identity");
        const string Changed = "another-machine-secret-entirely";
        await office.AddAsync("identity", ("Identity:Clients:0:Secret", Changed), ("Identity:Clients:1:Id", "printer"), ("Identity:Clients:1:Secret", DoorOffice.MachineSecret));
        (await office.MachineTokenAsync()).Error.ShouldBe("invalid_client");
        using var browser = office.NewBrowser();
        (await browser.TokenAsync(("grant_type", "client_credentials"), ("client_id", DoorOffice.Machine), ("client_secret", Changed))).Status.ShouldBe(200);
        (await browser.TokenAsync(("grant_type", "client_credentials"), ("client_id", "printer"), ("client_secret", DoorOffice.MachineSecret))).Status.ShouldBe(200);

        await office.Suite.StopAsync("identity");
        await office.AddAsync("identity");
        (await office.MachineTokenAsync()).Status.ShouldBe(200);
        browser.Service = office.Suite.AddressOf("identity");
        (await browser.TokenAsync(("grant_type", "client_credentials"), ("client_id", "printer"), ("client_secret", DoorOffice.MachineSecret))).Error.ShouldBe("invalid_client");
    }
}
