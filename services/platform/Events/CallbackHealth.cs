using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Platform.Events;

/// <summary>
/// What a Dapr sidecar with health checks on asks every few seconds; one that finds no such service delivers nothing at all.
/// It answers as /healthz does: whether events can be applied is said by each delivery, which is repeated.
/// </summary>
internal sealed class CallbackHealth : AppCallbackHealthCheck.AppCallbackHealthCheckBase
{
    public override Task<HealthCheckResponse> HealthCheck(Empty request, ServerCallContext context) => Task.FromResult(new HealthCheckResponse());
}
