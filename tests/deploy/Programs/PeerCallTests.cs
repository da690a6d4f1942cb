using System.Collections.Concurrent;
using Backoffice.Document.V1;
using Backoffice.Platform.Peers;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>What a sidecar is told with a call to another service.</summary>
public sealed class PeerCallTests
{
    [Fact]
    public async Task A_stream_is_marked_as_one_and_a_call_with_one_answer_is_not()
    {
        var marks = new ConcurrentDictionary<string, string>();
        await using var sidecar = await StartSidecarAsync(marks);
        using var peers = new PeerChannels(new ConfigurationBuilder().AddInMemoryCollection([new("DAPR_GRPC_ENDPOINT", sidecar.Urls.Single())]).Build());

        using var stream = new FilingService.FilingServiceClient(peers.To("document")).GetFilingPackage(new GetFilingPackageRequest());
        (await Should.ThrowAsync<RpcException>(() => stream.ResponseStream.MoveNext(CancellationToken.None))).StatusCode.ShouldBe(StatusCode.Unimplemented);
        await Should.ThrowAsync<RpcException>(() => new EventFeedService.EventFeedServiceClient(peers.To("document")).ReadEventsAsync(new ReadEventsRequest()).ResponseAsync);

        marks.ShouldBe(
            new Dictionary<string, string>
            {
                ["/backoffice.document.v1.FilingService/GetFilingPackage"] = "document true",
                ["/backoffice.platform.v1.EventFeedService/ReadEvents"] = "document ",
            },
            ignoreOrder: true);
    }

    /// <summary>Notes what it is told, and has no app behind it.</summary>
    private static async Task<WebApplication> StartSidecarAsync(ConcurrentDictionary<string, string> marks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ListenLocalhost(FreePort.Find(), l => l.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(context =>
        {
            marks[context.Request.Path] = $"{context.Request.Headers["dapr-app-id"]} {context.Request.Headers["dapr-stream"]}";
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = "12";
            return Task.CompletedTask;
        });
        await app.StartAsync();
        return app;
    }
}
