using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Backoffice.Gateway.Pages;
using Backoffice.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Gateway;

/// <summary>How the gateway serves the web console, built or not.</summary>
public sealed partial class ConsoleTests(Demonstrations demonstrations)
{
    [Fact]
    public async Task Without_a_built_console_every_address_of_it_names_the_command_that_builds_it()
    {
        var files = new ConsoleFiles(typeof(ConsoleTests).Assembly);
        files.Built.ShouldBeFalse();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        await files.Page(context).ExecuteAsync(context);
        System.Text.Encoding.UTF8.GetString(body.ToArray()).ShouldContain("npm ci --prefix gateway/console &amp;&amp; npm run build --prefix gateway/console");
    }

    [Theory]
    [InlineData("/console/")]
    [InlineData("/console/desk/to-do")]
    [InlineData("/console/incoming/019aaaaa-0000-7000-8000-000000000000")]
    public async Task Every_address_of_the_console_is_one_page_with_a_nonce_of_its_own(string path)
    {
        var suite = await BuiltAsync();
        var (first, second) = (await NonceAsync(suite, path), await NonceAsync(suite, path));
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task The_consoles_files_travel_compressed_are_kept_for_good_and_lie_nowhere_else()
    {
        var suite = await BuiltAsync();
        var page = await suite.Http.GetStringAsync(new Uri("/console/", UriKind.Relative));
        var script = Script().Match(page).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await suite.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        response.Headers.CacheControl!.Extensions.Select(e => e.Name).ShouldContain("immutable");
        using var plain = await suite.Http.GetAsync(new Uri(script, UriKind.Relative));
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();

        foreach (var elsewhere in new[] { "/console/assets/no-such.js", "/console/assets/..%2Findex.html" })
        {
            using var missing = await suite.Http.GetAsync(new Uri(elsewhere, UriKind.Relative));
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private async Task<Demonstration> BuiltAsync()
    {
        Assert.SkipUnless(new ConsoleFiles(typeof(ConsoleFiles).Assembly).Built, "the web console was not built before this build (npm run build --prefix gateway/console)");
        return await demonstrations.On(StoreKind.Sqlite);
    }

    private static async Task<string> NonceAsync(Demonstration suite, string path)
    {
        using var response = await suite.Http.GetAsync(new Uri(path, UriKind.Relative));
        var nonce = Nonce().Match(response.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
        nonce.Length.ShouldBe(32);
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain(nonce);
        page.ShouldNotContain("__NONCE__");
        return nonce;
    }

    [GeneratedRegex("style-src 'self' 'nonce-([0-9a-f]+)'; script-src 'self';")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]* src=\"(/console/assets/[^\"]+\\.js)\"")]
    private static partial Regex Script();
}
