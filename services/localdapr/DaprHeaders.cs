namespace Backoffice.LocalDapr;

/// <summary>Names of Dapr's own metadata, in the lower case of HTTP/2.</summary>
internal static class DaprHeaders
{
    /// <summary>Sent by the app to its sidecar (API token) and by the sidecar to its app (app token).</summary>
    public const string Token = "dapr-api-token";

    public const string AppId = "dapr-app-id";
    public const string CalleeAppId = "dapr-callee-app-id";
    public const string CallerAppId = "dapr-caller-app-id";
}
