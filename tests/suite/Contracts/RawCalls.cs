using Backoffice.Platform.Contracts;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>How a call ended.</summary>
internal sealed record Outcome(StatusCode Code, string Detail, string Reason, byte[] Answer);

/// <summary>Calls rpcs by their descriptors, with bytes instead of messages.</summary>
internal static class RawCalls
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(b => b, b => b);

    public static async Task<Outcome> CallAsync(this CallInvoker invoker, RpcContract rpc, byte[] request)
    {
        var headers = new Metadata();
        // A ledger every service keeps is asked of one of them.
        if (rpc.Method.File.Package == "backoffice.platform.v1")
            headers.Add("backoffice-service", "document");
        var type = rpc.Method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var method = new Method<byte[], byte[]>(type, rpc.Method.Service.FullName, rpc.Method.Name, Bytes, Bytes);
        try
        {
            return new Outcome(StatusCode.OK, "", "", await AnswerAsync(invoker, method, headers, request));
        }
        catch (RpcException e)
        {
            return new Outcome(e.StatusCode, e.Status.Detail, e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "", []);
        }
    }

    private static async Task<byte[]> AnswerAsync(CallInvoker invoker, Method<byte[], byte[]> method, Metadata headers, byte[] request)
    {
        if (method.Type == MethodType.Unary)
            return await invoker.AsyncUnaryCall(method, null, new CallOptions(headers), request);
        using var call = invoker.AsyncServerStreamingCall(method, null, new CallOptions(headers), request);
        return await call.ResponseStream.MoveNext(CancellationToken.None) ? call.ResponseStream.Current : [];
    }
}
