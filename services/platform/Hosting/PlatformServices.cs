using System.Net;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Events;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Peers;
using Backoffice.Platform.Redis;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Backoffice.Platform.Hosting;

/// <summary>Everything a service gets from the platform, in one place.</summary>
internal static class PlatformServices
{
    /// <summary>Largest message: a file of 16 MiB and its particulars.</summary>
    private const int LargestMessage = 17 * 1024 * 1024;

    public static PlatformOptions Add(WebApplicationBuilder builder, string name, ContractTable contracts, bool ownTelemetry)
    {
        var services = builder.Services;
        var options = PlatformOptions.Read(builder.Configuration);
        services.AddSingleton(options);
        services.AddSingleton(new ServiceIdentity(name));
        services.AddSingleton(contracts);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<OfficeClock>();
        services.AddHostedService<Migrator>();

        services.AddHttpClient(TokenCheck.JwksClient);
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<RevokedTokens>().AddHostedService(s => s.GetRequiredService<RevokedTokens>());
        services.AddSingleton<Admission>();
        services.AddScoped<CurrentCaller>();
        services.AddScoped(s => s.GetRequiredService<CurrentCaller>().Value ?? throw new InvalidOperationException("No call is running."));

        services.AddDaprClient();
        services.AddSingleton<SharedState.SharedState>();
        services.AddSingleton<DirectoryCache>().AddHostedService(s => s.GetRequiredService<DirectoryCache>());
        services.AddSingleton<PeerChannels>();
        services.AddSingleton<Reactions>().AddSingleton<Applier>().AddSingleton<Inbox>();
        services.AddScoped<Consumption>().AddScoped<Redrive>().AddScoped<ReadModelRebuild>();
        services.AddSingleton<Relay>().AddHostedService(s => s.GetRequiredService<Relay>()).AddHostedService<CatchUp>().AddHostedService<OldAnswers>();
        AddMetrics(services);
        if (options.BlobBucket.Length > 0)
            services.AddSingleton<IBlobStore, S3BlobStore>();
        else
            services.AddSingleton<IBlobStore, FolderBlobStore>();

        AddRpcs(services);
        // Failures of handlers are logged once, by the funnel; what a caller sends unreadable is not an error of the service.
        builder.Logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
        services.AddHealthChecks().AddCheck<StoreReady>("store").AddCheck<SidecarReady>("sidecar").AddCheck<DirectoryReady>("directory").AddCheck<IssuerReady>("issuer");
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25));
        Listen(builder, options);
        if (ownTelemetry)
            TelemetryPipeline.AddTo(services, name, options.OtlpEndpoint);
        return options;
    }

    public static void Map(WebApplication app, string name, bool ownTelemetry)
    {
        app.UseHttpSeries(name);
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseMiddleware<MalformedMessages>();
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false });
        app.MapHealthChecks("/readyz");
        app.MapGrpcHealthChecksService();
        app.MapGrpcService<CallbackService>();
        app.MapGrpcService<CallbackHealth>();
        app.MapGrpcService<FeedService>();
        app.MapGrpcService<AuditTrailService>();
        app.MapGrpcService<PathService>();
        if (ownTelemetry)
            app.MapPrometheusScrapingEndpoint();
    }

    private static void AddMetrics(IServiceCollection services)
    {
        services.AddSingleton<ServiceMetrics>().AddSingleton<EventGauges>().AddSingleton<StreamGauge>();
        services.TryAddSingleton<RedisConnection>();
        services.AddScoped<IFigureReader, EventFigures>().AddScoped<IFigureReader, StreamFigures>();
        services.AddSingleton<FigureRound>().AddHostedService(s => s.GetRequiredService<FigureRound>());
    }

    private static void AddRpcs(IServiceCollection services)
    {
        services.AddGrpc(o =>
        {
            o.Interceptors.Add<CallMetrics>();
            o.Interceptors.Add<FailureInterceptor>();
            o.Interceptors.Add<ContractInterceptor>();
            o.MaxReceiveMessageSize = LargestMessage;
            o.IgnoreUnknownServices = true;
        }).AddJsonTranscoding(o => o.TypeRegistry = TypeRegistry.FromFiles([Google.Rpc.ErrorDetailsReflection.Descriptor, .. ContractFiles.All]));
        services.AddGrpcHealthChecks();
    }

    private static void Listen(WebApplicationBuilder builder, PlatformOptions options) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 2 * LargestMessage;
        Bind(kestrel, new Uri(options.GrpcUrl), HttpProtocols.Http2);
        Bind(kestrel, new Uri(options.OpsUrl), HttpProtocols.Http1);
    });

    private static void Bind(KestrelServerOptions kestrel, Uri url, HttpProtocols protocols) => kestrel.Listen(
        IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.Any, url.Port, listen => listen.Protocols = protocols);
}
