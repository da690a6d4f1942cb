using Backoffice.Platform.Callers;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Dapr.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Backoffice.Platform.Hosting;

/// <summary>The store answers.</summary>
internal sealed class StoreReady(ServiceDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store does not answer.");
}

/// <summary>The Dapr sidecar answers. Without it events wait in the log and the service goes on.</summary>
internal sealed class SidecarReady(DaprClient dapr) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await dapr.CheckOutboundHealthAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The Dapr sidecar does not answer.");
}

/// <summary>The directory is known. Without it every caller is a stranger, and would be told that what is theirs does not exist.</summary>
internal sealed class DirectoryReady(DirectoryCache directory) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(directory.IsKnown ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The directory has not been read yet."));
}

/// <summary>The issuer's keys are known, so that tokens can be checked.</summary>
internal sealed class IssuerReady(TokenCheck tokens) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await tokens.WarmUpAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (IssuerUnreachableException e)
        {
            return HealthCheckResult.Unhealthy("The issuer's keys cannot be read.", e);
        }
    }
}
