namespace Backoffice.Gateway;

/// <summary>Headers every answer carries, so that a browser runs and shows nothing from elsewhere.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, GatewayOptions options)
{
    private const string Policy = $"default-src 'self'; img-src 'self' data:; style-src 'self'; {Always}";
    private const string Always = "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The console's policy: as strict, but for styles that its own script adds under the nonce and for images it was sent over gRPC-Web.</summary>
    public static string PolicyOfConsole(string nonce) => $"default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'nonce-{nonce}'; {Always}";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers.TryAdd("Content-Security-Policy", Policy);
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.TryAdd("Cache-Control", "no-store");
            if (options.CertificateFile.Length > 0)
                headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
