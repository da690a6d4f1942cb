using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Backoffice.Platform.Telemetry;

/// <summary>
/// The OpenTelemetry pipeline: one per process, because listeners are process-wide and a second pipeline would record every
/// span twice. A module that runs alone adds it itself; with all modules in one process the host does.
/// </summary>
public static class TelemetryPipeline
{
    public static void AddTo(IServiceCollection services, string serviceName, string otlpEndpoint)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(serviceName, serviceNamespace: "backoffice", serviceVersion: typeof(TelemetryPipeline).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(t => t
                // Without a collector nobody sees a span: calls keep their trace ids, for the audit trail, and nothing is recorded.
                .SetSampler(otlpEndpoint.Length > 0 ? new ParentBasedSampler(new AlwaysOnSampler()) : new AlwaysOffSampler())
                .AddSource("backoffice.*")
                .AddAspNetCoreInstrumentation(o => o.Filter = c => c.Request.Path.Value is not ("/healthz" or "/readyz" or "/metrics"))
                .AddGrpcClientInstrumentation()
                .AddHttpClientInstrumentation())
            .WithMetrics(m => m
                .AddMeter("backoffice.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());
        if (otlpEndpoint.Length > 0)
            telemetry.UseOtlpExporter(OtlpExportProtocol.Grpc, new Uri(otlpEndpoint)).WithLogging();
    }
}
