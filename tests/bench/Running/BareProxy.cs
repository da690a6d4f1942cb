using System.CommandLine;
using System.Net;
using Backoffice.Document.V1;
using Backoffice.LocalDapr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Backoffice.Bench.Running;

/// <summary>Programs of the bench itself, run as its children: the least proxy, and the least suite in one process.</summary>
internal static class BareProxy
{
    private static readonly Option<int> Http = new("--http") { Description = "Port for HTTP/1.1." };
    private static readonly Option<int> Grpc = new("--grpc") { Description = "Port for HTTP/2." };
    private static readonly Option<string> To = new("--to") { Description = "Where everything goes." };
    private static readonly Option<int> Services = new("--services") { Description = "How many empty services." };
    private static readonly Option<string> Redis = new("--redis") { Description = "Folder of an embedded Redis; empty runs none.", DefaultValueFactory = _ => "" };

    /// <summary>YARP, and nothing else.</summary>
    public static Command ProxyCommand()
    {
        var command = new Command("bare-proxy", "The least proxy.") { Http, Grpc, To };
        command.SetAction((arguments, stop) => RunAsync(arguments.GetValue(Http), arguments.GetValue(Grpc), arguments.GetValue(To)!, stop));
        return command;
    }

    /// <summary>Empty gRPC services behind YARP, over the same embedded Redis as the suite's.</summary>
    public static Command HostCommand()
    {
        var command = new Command("bare-host", "The least suite in one process.") { Http, Grpc, Services, Redis };
        command.SetAction(async (arguments, stop) =>
        {
            var redis = arguments.GetValue(Redis) is { Length: > 0 } folder ? await EmbeddedRedis.StartAsync(folder) : null;
            var services = new List<BareService>();
            for (var i = 0; i < arguments.GetValue(Services); i++)
                services.Add(await BareService.StartAsync(name => Task.FromResult(new IncomingDocument { Name = name })));
            await RunAsync(arguments.GetValue(Http), arguments.GetValue(Grpc), services[0].Address, stop);
            foreach (var service in services)
                await service.DisposeAsync();
            if (redis is not null)
                await redis.DisposeAsync();
        });
        return command;
    }

    private static async Task RunAsync(int http, int grpc, string to, CancellationToken stop)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, http, l => l.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, grpc, l => l.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "one", Match = new RouteMatch { Path = "{**rest}" } }],
            [
                new ClusterConfig
                {
                    ClusterId = "one",
                    HttpRequest = new ForwarderRequestConfig { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact },
                    Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = to } },
                },
            ]);
        await using var app = builder.Build();
        app.MapReverseProxy();
        await HostingAbstractionsHostExtensions.RunAsync(app, stop);
    }
}
