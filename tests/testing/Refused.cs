using Google.Rpc;
using Grpc.Core;
using Shouldly;

namespace Backoffice.Testing;

/// <summary>Reads refusals as a client does.</summary>
public static class Refused
{
    /// <summary>Expects a call to be refused for a reason, and returns the details.</summary>
    public static async Task<ErrorInfo> ForAsync(string reason, Func<Task> call)
    {
        var exception = await Should.ThrowAsync<RpcException>(call);
        var info = exception.GetRpcStatus()?.GetDetail<ErrorInfo>();
        info.ShouldNotBeNull($"{exception.Status} carries no ErrorInfo");
        info.Reason.ShouldBe(reason, exception.Status.Detail);
        return info;
    }

    /// <summary>The same for a call that is awaited as such.</summary>
    public static Task<ErrorInfo> ForAsync<T>(string reason, AsyncUnaryCall<T> call) => ForAsync(reason, async () => await call);

    /// <summary>The broken fields of an INVALID_REQUEST.</summary>
    public static async Task<IReadOnlyList<string>> FieldsOfAsync<T>(AsyncUnaryCall<T> call)
    {
        var exception = await Should.ThrowAsync<RpcException>(async () => await call);
        return [.. exception.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field)];
    }

    /// <summary>The reason for which a call was refused; empty when it was answered. For calls of which only some may succeed.</summary>
    public static async Task<string> ReasonOfAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return "";
        }
        catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>() is { } info)
        {
            return info.Reason;
        }
    }
}
