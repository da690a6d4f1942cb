using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Backoffice.Platform.Errors;

/// <summary>The wire form of a refusal: one ErrorInfo, the Chinese text, and every field violation.</summary>
public static class StatusOfRefusal
{
    public static Status ToStatus(this Refusal refusal)
    {
        var info = new ErrorInfo { Domain = refusal.Text.Domain, Reason = refusal.Reason };
        foreach (var (name, value) in refusal.Facts)
            info.Metadata[name] = value;

        var status = new Status { Code = refusal.Text.Code, Message = refusal.Message };
        status.Details.Add(Any.Pack(info));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = "zh-CN", Message = refusal.Text.Chinese(refusal.Facts) }));
        if (refusal.Violations.Count > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { refusal.Violations } }));
        status.Details.AddRange(refusal.Details.Select(Any.Pack));
        return status;
    }

    internal static RpcException ToRpcException(this Refusal refusal) => refusal.ToStatus().ToRpcException();
}
