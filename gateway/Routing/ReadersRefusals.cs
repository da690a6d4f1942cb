using System.Text.Json;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Errors;
using Grpc.Core;
using Yarp.ReverseProxy.Transforms;

namespace Backoffice.Gateway.Routing;

/// <summary>
/// JSON that a service cannot read is refused by its reader, before anything of ours sees it: in English, and without a reason
/// that a program could tell it by. Every failure of ours carries details; one of the caller's without them gets those of the
/// catalogue here, and keeps the reader's sentence.
/// </summary>
internal static class ReadersRefusals
{
    public static async ValueTask CompleteAsync(ResponseTransformContext transform)
    {
        var context = transform.HttpContext;
        if (transform.ProxyResponse is not { } answer || context.Request.IsGrpc() || (int)answer.StatusCode is < 400 or > 499 || answer.Content.Headers.ContentType?.MediaType != "application/json")
            return;
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        transform.SuppressResponseBody = true;
        if (SentenceOfReader(body) is { } sentence)
            await RefusalWriter.WriteAsync(context, PlatformErrors.MalformedRequest(), (int)answer.StatusCode, sentence);
        else
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Null where the refusal is one of ours.</summary>
    private static string? SentenceOfReader(byte[] body)
    {
        using var parsed = JsonDocument.Parse(body);
        var status = parsed.RootElement;
        return status.GetProperty("code").GetInt32() == (int)StatusCode.InvalidArgument && !(status.TryGetProperty("details", out var details) && details.GetArrayLength() > 0)
            ? status.GetProperty("message").GetString()
            : null;
    }
}
