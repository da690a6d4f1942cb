using System.Net;
using System.Security.Cryptography;
using System.Text;
using Backoffice.LocalDapr.Api;
using Backoffice.LocalDapr.Apps;
using Backoffice.LocalDapr.Invocation;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Backoffice.LocalDapr.Hosting;

/// <summary>
/// The listener pair of one app. The app's identity is its port: the SDK sends no app id. Clear text cannot negotiate HTTP/2, so
/// health (HTTP/1) and the API (gRPC) need a port each.
/// </summary>
internal sealed class SidecarHost : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly CancellationTokenSource _stopping;

    private SidecarHost(WebApplication host, CancellationTokenSource stopping, LocalDaprSidecar sidecar)
    {
        _host = host;
        _stopping = stopping;
        Sidecar = sidecar;
    }

    public LocalDaprSidecar Sidecar { get; }

    public static async Task<SidecarHost> StartAsync(
        App app, LocalDaprComponents components, Func<string, App?> find, HttpMessageInvoker client, LocalDaprOptions options, CancellationToken stop)
    {
        var stopping = new CancellationTokenSource();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = $"dapr-{app.AppId}" });
        Configure(builder, options);
        builder.Services.AddSingleton(new DaprService(app, components, options.Time, stopping.Token));

        var host = builder.Build();
        Map(host, app, find, client, options.Logging.CreateLogger<AppProxy>());
        await host.StartAsync(stop);

        var addresses = host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.ToArray();
        return new(host, stopping, new(app.AppId, new(addresses[0]), new(addresses[1]), app.ApiToken, app.AppToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _host.StopAsync();
        await _host.DisposeAsync();
        _stopping.Dispose();
    }

    private static void Configure(WebApplicationBuilder builder, LocalDaprOptions options)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            // Long client streams are legitimate; gRPC limits single messages instead.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 10_000;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });

        // The host of the suite decides when to stop; a console lifetime of our own would stop sidecars before their apps.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton(options.Logging);
        builder.Services.AddRoutingCore();
        builder.Services.AddHttpForwarder();
        builder.Services.AddGrpc(grpc => grpc.IgnoreUnknownServices = true);
    }

    private static void Map(WebApplication host, App app, Func<string, App?> find, HttpMessageInvoker client, ILogger log)
    {
        var proxy = new AppProxy(app, find, host.Services.GetRequiredService<IHttpForwarder>(), client, log);
        host.MapGet("/v1.0/healthz", () => app.IsHealthy ? Results.NoContent() : Results.StatusCode(StatusCodes.Status500InternalServerError));
        host.MapGet("/v1.0/healthz/outbound", () => Results.NoContent());

        host.Use(async (context, next) =>
        {
            if (context.Request.Protocol == HttpProtocol.Http2 && !MatchesToken(context, app.ApiToken))
                AppProxy.Answer(context, StatusCode.Unauthenticated, "authentication error: api token missing or mismatched");
            else
                await next(context);
        });
        host.MapGrpcService<DaprService>();

        // Without this a call of Dapr's API that is not offered would be taken for a call to some app.
        host.Map($"/{DaprBase.Service}/{{method}}", context =>
        {
            AppProxy.Answer(context, StatusCode.Unimplemented, "the local runtime does not offer this part of Dapr's API");
            return Task.CompletedTask;
        });
        host.MapFallback(context => context.Request.Protocol == HttpProtocol.Http2 ? proxy.ForwardAsync(context) : NotServed(context));
    }

    private static bool MatchesToken(HttpContext context, string token) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(context.Request.Headers[DaprHeaders.Token].FirstOrDefault() ?? ""), Encoding.UTF8.GetBytes(token));

    private static Task NotServed(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
        return context.Response.WriteAsync("The local runtime serves Dapr's HTTP API only for health; use gRPC.");
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
