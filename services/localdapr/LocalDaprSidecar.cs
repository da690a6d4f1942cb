namespace Backoffice.LocalDapr;

/// <summary>
/// What an app needs to find its sidecar: DAPR_GRPC_ENDPOINT, DAPR_HTTP_ENDPOINT, DAPR_API_TOKEN, and APP_API_TOKEN, which the app
/// expects on every callback.
/// </summary>
public sealed record LocalDaprSidecar(string AppId, Uri GrpcEndpoint, Uri HttpEndpoint, string ApiToken, string AppToken);
