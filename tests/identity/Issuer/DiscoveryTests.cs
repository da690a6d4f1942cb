using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class DiscoveryTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_document_names_public_addresses_and_safe_choices_only(StoreKind store)
    {
        using var http = new HttpClient();
        var document = await http.GetFromJsonAsync<JsonElement>(new Uri((await suites.On(store)).Suite.OpsOf("identity"), "/.well-known/openid-configuration"));
        document.GetProperty("issuer").GetString().ShouldBe(DoorOffice.Issuer);
        foreach (var (name, path) in new[] { ("authorization_endpoint", "connect/authorize"), ("token_endpoint", "connect/token"), ("userinfo_endpoint", "connect/userinfo"), ("end_session_endpoint", "connect/endsession"), ("jwks_uri", ".well-known/jwks") })
            document.GetProperty(name).GetString().ShouldBe(DoorOffice.Issuer + path);
        Texts(document, "code_challenge_methods_supported").ShouldBe(["S256"]);
        Texts(document, "response_modes_supported").ShouldBe(["query"]);
        Texts(document, "response_types_supported").ShouldBe(["code"]);
        Texts(document, "grant_types_supported").ShouldBe(["authorization_code", "client_credentials", "refresh_token"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Services_read_the_keys_over_plain_http_inside_even_when_the_public_address_is_https(StoreKind store)
    {
        await using var office = await DoorOffice.StartAsync(store, null, ("Backoffice:Issuer", "https://office.test/"));
        using var http = new HttpClient();
        var keys = await http.GetFromJsonAsync<JsonElement>(new Uri(office.Suite.OpsOf("identity"), "/.well-known/jwks"));
        keys.GetProperty("keys").GetArrayLength().ShouldBe(1);
        keys.GetProperty("keys")[0].TryGetProperty("d", out _).ShouldBeFalse();
        (await office.MachineTokenAsync()).Read().Issuer.ShouldBe("https://office.test/");
    }

    private static IEnumerable<string> Texts(JsonElement document, string name) => document.GetProperty(name).EnumerateArray().Select(e => e.GetString()!);
}
