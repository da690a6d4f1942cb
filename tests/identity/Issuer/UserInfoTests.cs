using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Issuer;

public sealed class UserInfoTests(IdentitySuites suites)
{
    [Theory, EveryDatabase]
    public async Task An_access_token_tells_who_its_holder_is(StoreKind store)
    {
        var office = await suites.On(store);
        var person = await office.NewPersonAsync(Role.Clerk);
        var tokens = await office.SignInAsync(person, DoorOffice.GoodPassword);
        using var browser = office.NewBrowser();
        using var answer = await AskAsync(browser, tokens.Access);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetRawText().ShouldBe($$"""{"sub":"{{person}}","name":"人员 {{person}}","role":["clerk"]}""");
    }

    [Theory, EveryDatabase]
    public async Task Anything_else_is_unauthorised(StoreKind store)
    {
        var office = await suites.On(store);
        var tokens = await office.SignInAsync(await office.NewPersonAsync(Role.Clerk), DoorOffice.GoodPassword);
        using var browser = office.NewBrowser();
        foreach (var wrong in new[] { tokens.Identity, tokens.Refresh, "garbage" })
        {
            using var answer = await AskAsync(browser, wrong);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    private static Task<HttpResponseMessage> AskAsync(Browser browser, string token) => browser.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, new Uri("/connect/userinfo", UriKind.Relative)) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } });
}
