using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace Backoffice.LocalDapr;

/// <summary>Errors in Dapr's form: a code clients branch on, and an ErrorInfo for people. Texts are no contract.</summary>
internal static class DaprError
{
    public static RpcException Create(StatusCode code, string reason, string message) => new RpcStatus
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = "dapr.io" }) },
    }.ToRpcException();

    public static RpcException NotConfigured(string kind) =>
        Create(StatusCode.FailedPrecondition, $"DAPR_{kind.ToUpperInvariant()}_NOT_CONFIGURED", $"{kind} is not configured");

    public static RpcException NotFound(string kind, string name) =>
        Create(StatusCode.InvalidArgument, $"DAPR_{kind.ToUpperInvariant()}_NOT_FOUND", $"{kind} {name} is not found");

    /// <summary>Something this project's rules forbid although Dapr allows it; only in strict mode.</summary>
    public static RpcException Strict(string message) =>
        Create(StatusCode.InvalidArgument, "LOCALDAPR_STRICT", $"Refused by strict mode: {message}");
}
