using Backoffice.Gateway;
using Backoffice.Platform.Hosting;
using Backoffice.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>One address with several replicas behind it, as a service of Kubernetes: which one answers is decided once for a connection.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task Calls_do_not_keep_to_one_connection_for_ever()
    {
        var connections = new HashSet<string>();
        await using var service = await StartServiceAsync();
        await using var gateway = await StartGatewayAsync(service.Urls.Single());
        using var http = new HttpClient { BaseAddress = new Uri(gateway.Urls.First()) };
        await Eventually.TrueAsync(async () =>
        {
            connections.Add(await http.GetStringAsync(new Uri("/v1/me", UriKind.Relative)));
            return connections.Count > 1;
        });
        connections.ShouldAllBe(c => c.Length > 0);
    }

    /// <summary>Answers whatever it is asked with the name of the connection it was asked by.</summary>
    private static async Task<WebApplication> StartServiceAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ListenLocalhost(FreePort.Find(), l => l.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(context.Connection.Id));
        await app.StartAsync();
        return app;
    }

    private static async Task<WebApplication> StartGatewayAsync(string service)
    {
        var gateway = GatewayModule.Build([], new ModuleSurroundings
        {
            OwnTelemetry = false,
            Settings = new Dictionary<string, string?>
            {
                ["Backoffice:Redis"] = "127.0.0.1:1",
                ["Gateway:HttpUrl"] = "http://127.0.0.1:0",
                ["Gateway:GrpcUrl"] = "http://127.0.0.1:0",
                ["Gateway:Services:identity"] = service,
                ["Gateway:ConnectionSeconds"] = "1",
            },
            Configure = b => b.Logging.ClearProviders(),
        });
        await gateway.StartAsync();
        return gateway;
    }
}
