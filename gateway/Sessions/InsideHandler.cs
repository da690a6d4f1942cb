using System.Net;

namespace Backoffice.Gateway.Sessions;

/// <summary>Sends what is addressed to the issuer's public address to the identity service directly: the way out and in again may not exist.</summary>
internal sealed class InsideHandler(Uri outside, Uri inside) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } uri && uri.Authority == outside.Authority)
        {
            request.Headers.Host = outside.Authority;
            request.Headers.Add("X-Forwarded-Proto", outside.Scheme);
            request.RequestUri = new Uri(inside, uri.PathAndQuery);
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }
        return base.SendAsync(request, cancellationToken);
    }
}
