using System.Net;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Gateway.Status;
using Backoffice.Platform.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Backoffice.Gateway;

/// <summary>The gateway's ports. Clear text cannot negotiate a protocol, so gRPC and HTTP/1.1 have a port each; TLS serves both on one.</summary>
internal static class GatewayListeners
{
    /// <summary>Before the contract says how large a call may be; see <see cref="Limits.CallLimits"/>.</summary>
    private const long LargestBody = 32L * 1024 * 1024;

    public static void Listen(WebApplicationBuilder builder, PlatformOptions platform, GatewayOptions options) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        // Slow senders must not hold connections.
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        var certificate = options.CertificateFile.Length > 0 ? X509Certificate2.CreateFromPemFile(options.CertificateFile, options.CertificateKeyFile) : null;
        Bind(kestrel, options.HttpUrl, certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2, certificate);
        Bind(kestrel, options.GrpcUrl, HttpProtocols.Http2, certificate);
        Bind(kestrel, platform.OpsUrl, HttpProtocols.Http1, null, OpsDoor.Mark);
    });

    private static void Bind(KestrelServerOptions kestrel, string url, HttpProtocols protocols, X509Certificate2? certificate, Action<ListenOptions>? more = null)
    {
        var uri = new Uri(url);
        var address = IPAddress.TryParse(uri.Host, out var ip) ? ip : uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        kestrel.Listen(address, uri.Port, listen =>
        {
            listen.Protocols = protocols;
            more?.Invoke(listen);
            if (certificate is not null)
#pragma warning disable CA5398 // nothing below TLS 1.3 is spoken outside, whatever the system would allow
                listen.UseHttps(certificate, https => https.SslProtocols = System.Security.Authentication.SslProtocols.Tls13);
#pragma warning restore CA5398
        });
    }
}
