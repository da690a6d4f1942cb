using Backoffice.Platform.Hosting;

namespace Backoffice.Identity.Issuer;

/// <summary>
/// Makes every request look as it did at the public address. Nothing but the gateway and the services reaches this one, over
/// clear text inside; what a client says of host and scheme decides nothing.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, PlatformOptions platform)
{
    private readonly Uri _issuer = new(platform.Issuer);

    public Task InvokeAsync(HttpContext context)
    {
        context.Request.Scheme = _issuer.Scheme;
        context.Request.Host = HostString.FromUriComponent(_issuer);
        return next(context);
    }
}
