namespace Backoffice.Platform.Contracts;

/// <summary>Tells calls over gRPC from others.</summary>
public static class GrpcRequests
{
    /// <summary>Whether the caller speaks gRPC or gRPC-Web, and so reads how the call ended in trailers and not in the status of HTTP.</summary>
    public static bool IsGrpc(this HttpRequest request) => request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
