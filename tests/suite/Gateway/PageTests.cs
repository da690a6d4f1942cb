using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Shouldly;
using Xunit;

namespace Backoffice.Suite.Tests.Gateway;

public sealed partial class PageTests(Demonstrations demonstrations)
{
    [Fact]
    public async Task The_api_document_names_every_rpc_and_every_reference_in_it_leads_somewhere()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var text = await suite.Http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative));
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("openapi").GetString().ShouldBe("3.1.0");
        var operations = json.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value).ToList();
        operations.Select(o => o.GetProperty("operationId").GetString()).ShouldBe(
            ContractTable.OfSuite().Rpcs.Where(r => r.Http is not null).Select(r => $"{r.Method.Service.Name}_{r.Method.Name}"), ignoreOrder: true);
        operations.ShouldAllBe(o => o.GetProperty("summary").GetString()!.Length > 0);
        var schemas = json.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ToHashSet();
        Reference().Matches(text).Select(m => m.Groups[1].Value).Distinct().Where(r => !schemas.Contains(r)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_front_door_leads_to_the_console_and_without_one_says_how_to_build_it()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var door = await suite.Http.GetAsync(new Uri("/", UriKind.Relative));
        var built = door.StatusCode == HttpStatusCode.Redirect;
        if (built)
            door.Headers.Location.ShouldBe(new Uri("/console/", UriKind.Relative));
        else
            door.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await suite.Http.GetStringAsync(new Uri("/console/", UriKind.Relative));
        page.ShouldContain(built ? "/console/assets/" : "npm run build");
        Outside().IsMatch(page).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/docs")]
    [InlineData("/pages/docs.js")]
    [InlineData("/pages/icon.svg")]
    [InlineData("/signin/failed")]
    [InlineData("/pages/site.css")]
    public async Task Pages_come_from_here_and_load_nothing_from_elsewhere(string path)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var response = await suite.Http.GetAsync(new Uri(path, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Outside().IsMatch(await response.Content.ReadAsStringAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/status")]
    [InlineData("/v1/units")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var response = await suite.Http.GetAsync(new Uri(path, UriKind.Relative));
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'self'");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task The_health_of_the_whole_names_every_service()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var json = JsonDocument.Parse(await suite.Http.GetStringAsync(new Uri("/status", UriKind.Relative)));
        json.RootElement.GetProperty("ready").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("service").GetString())
            .ShouldBe(["archive", "coordination", "document", "identity", "logistics", "meeting"]);
    }

    [Fact]
    public async Task Metrics_are_for_the_operator_not_for_the_world()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        using var ops = new HttpClient { BaseAddress = suite.Modules.Single(m => m.Name == "gateway").Ops };
        (await ops.GetStringAsync(new Uri("/metrics", UriKind.Relative))).ShouldContain("http_server_request_duration");
        (await suite.Http.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("""(src|href)\s*=\s*"(https?:)?//|url\(\s*["']?https?:|fetch\("https?:""")]
    private static partial Regex Outside();
}
