using System.Text;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Backoffice.Gateway.Routing;

/// <summary>Answers a refusal of the gateway's own as the caller speaks: gRPC and gRPC-Web in headers, anything else in JSON.</summary>
internal static class RefusalWriter
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(
        TypeRegistry.FromFiles([Google.Rpc.ErrorDetailsReflection.Descriptor, .. ContractFiles.All])));

    /// <param name="httpStatus">The one of the refusal's code when left out.</param>
    /// <param name="message">An English sentence that says more than the catalogue's; JSON only.</param>
    public static Task WriteAsync(HttpContext context, Refusal refusal, int? httpStatus = null, string? message = null)
    {
        var response = context.Response;
        response.Clear();
        return context.Request.IsGrpc()
            ? WriteGrpcAsync(response, refusal, context.Request.ContentType!)
            : WriteJsonAsync(response, refusal, httpStatus ?? HttpStatusOf(refusal.Code), message ?? refusal.Message);
    }

    // A call that fails before any message is answered by its trailers alone, sent as headers.
    private static Task WriteGrpcAsync(HttpResponse response, Refusal refusal, string contentType)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = contentType;
        response.Headers["grpc-status"] = ((int)refusal.Code).ToString();
        response.Headers["grpc-message"] = PercentEncode(refusal.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(refusal.ToStatus().ToByteArray()).TrimEnd('=');
        return response.CompleteAsync();
    }

    private static Task WriteJsonAsync(HttpResponse response, Refusal refusal, int httpStatus, string message)
    {
        var status = refusal.ToStatus();
        status.Message = message;
        response.StatusCode = httpStatus;
        response.ContentType = "application/json";
        return response.WriteAsync(Json.Format(status));
    }

    private static string PercentEncode(string message)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(message))
        {
            if (b is >= 0x20 and <= 0x7e and not (byte)'%')
                encoded.Append((char)b);
            else
                encoded.Append('%').Append(b.ToString("X2"));
        }
        return encoded.ToString();
    }

    private static int HttpStatusOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange => StatusCodes.Status400BadRequest,
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.NotFound or StatusCode.Unimplemented => StatusCodes.Status404NotFound,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        StatusCode.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
