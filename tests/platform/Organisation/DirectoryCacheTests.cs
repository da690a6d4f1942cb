using System.Net;
using Backoffice.Document;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Organisation;

public sealed class DirectoryCacheTests
{
    [Fact]
    public async Task A_service_is_ready_for_calls_once_it_knows_the_directory_be_it_empty()
    {
        await using var suite = await Suite.StartAsync(StoreKind.Sqlite, DocumentModule.Module);
        using var http = new HttpClient { BaseAddress = suite.OpsOf("document") };
        (await ReadyAsync()).ShouldBe(HttpStatusCode.ServiceUnavailable);

        await suite.PublishAsync(new Coordination.V1.Directory());

        await Eventually.SameAsync(ReadyAsync, code => code == HttpStatusCode.OK);

        // A whole city's, too: more than one value of the shared state can hold as it is.
        var city = new Coordination.V1.Directory { Version = 7, People = { Enumerable.Range(1, 40_000).Select(n => new Coordination.V1.Person { Name = $"people/p{n}", DisplayName = $"人员{n}", Account = $"p{n}" }) } };
        await suite.PublishAsync(city);
        var known = suite.Services("document").GetRequiredService<DirectoryCache>().Current;
        known.Version.ShouldBe(7);
        known.DisplayNameOf("people/p40000").ShouldBe("人员40000");

        async Task<HttpStatusCode> ReadyAsync()
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
