using System.Net.Mime;
using System.Text;

namespace Backoffice.Identity.Keys;

/// <summary>
/// Answers this service's own check of tokens with the keys it has at hand. Other services read them at
/// `Backoffice:JwksUrl`; for the issuer itself that would be a way out through the gateway and in again, which may not
/// stand yet.
/// </summary>
internal sealed class OwnKeys(IssuerKeys keys) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage { Content = new StringContent(keys.Jwks, Encoding.UTF8, MediaTypeNames.Application.Json), RequestMessage = request });
}
