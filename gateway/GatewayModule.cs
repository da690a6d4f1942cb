using Backoffice.Gateway.Limits;
using Backoffice.Gateway.Pages;
using Backoffice.Gateway.Routing;
using Backoffice.Gateway.Sessions;
using Backoffice.Gateway.Status;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Redis;
using Backoffice.Platform.Telemetry;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Configuration;

namespace Backoffice.Gateway;

/// <summary>The one public door: what of the suite can be reached, how, by whom and how often.</summary>
public static class GatewayModule
{
    public const string Name = "gateway";

    public static WebApplication Build(string[] args, ModuleSurroundings surroundings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(GatewayModule).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(surroundings.Settings);
        surroundings.Configure(builder);

        var platform = PlatformOptions.Read(builder.Configuration);
        var options = OptionsReader.Read<GatewayOptions>(builder.Configuration, GatewayOptions.Section);
        AddParts(builder.Services, platform, options);
        GatewayListeners.Listen(builder, platform, options);
        if (surroundings.OwnTelemetry)
            TelemetryPipeline.AddTo(builder.Services, Name, platform.OtlpEndpoint);

        var app = builder.Build();
        if (options.TrustedNetworks.Any())
            app.UseForwardedHeaders(BelieveProxies(options));
        app.UseHttpSeries(Name);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CallStatus>();
        app.UseMiddleware<Failures>();
        app.UseRouting();
        app.UseMiddleware<OpsDoor>();
        SessionSetup.Use(app, options);
        app.UseMiddleware<Identification>();
        app.UseMiddleware<CallLimits>();
        app.UseRequestTimeouts();
        StatusEndpoints.Map(app);
        PageEndpoints.Map(app);
        SessionSetup.Map(app, options);
        app.MapReverseProxy();
        if (surroundings.OwnTelemetry)
            app.MapPrometheusScrapingEndpoint().WithMetadata(new SeenFrom(Doors.Ops));
        return app;
    }

    // Whoever else sends such headers is not believed: a forged address would be a budget of its own at every call.
    private static ForwardedHeadersOptions BelieveProxies(GatewayOptions options)
    {
        var believe = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        believe.KnownIPNetworks.Clear();
        believe.KnownProxies.Clear();
        foreach (var network in options.TrustedNetworks)
            believe.KnownIPNetworks.Add(network);
        return believe;
    }

    private static void AddParts(IServiceCollection services, PlatformOptions platform, GatewayOptions options)
    {
        var contracts = ContractTable.OfSuite();
        services.AddSingleton(platform).AddSingleton(options).AddSingleton(contracts);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RedisConnection>();
        services.AddHttpClient(TokenCheck.JwksClient);
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<Budgets>();
        services.AddSingleton<SuiteStatus>();
        services.AddHttpClient(SuiteStatus.Client);
        services.AddRequestTimeouts();
        SessionSetup.Add(services, platform, options);

        var routes = ProxyRoutes.Of(contracts, options);
        services.AddSingleton<IProxyConfigProvider>(new InMemoryConfigProvider(routes.Routes, routes.Clusters));
        services.AddReverseProxy().AddTransforms(ProxyTransforms.Apply)
            .ConfigureHttpClient((_, handler) => handler.PooledConnectionLifetime = TimeSpan.FromSeconds(options.ConnectionSeconds));
    }
}
