using System.Net;
using Backoffice.Document;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
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

        async Task<HttpStatusCode> ReadyAsync()
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
