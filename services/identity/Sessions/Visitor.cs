namespace Backoffice.Identity.Sessions;

/// <summary>What is known of a browser that signs in: what it says of itself, and where the gateway saw it come from.</summary>
internal sealed record Visitor(string UserAgent, string Address)
{
    private const int LongestAddress = 64;

    // The gateway sets the header itself, whatever a client sent; nothing else reaches this service.
    public static Visitor Of(HttpRequest request)
    {
        var seen = request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 } forwarded ? forwarded : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        return new Visitor(Printable(request.Headers.UserAgent.ToString()), Printable(seen.Length > LongestAddress ? seen[..LongestAddress] : seen));
    }

    private static string Printable(string text) => new([.. text.Where(c => c is >= ' ' and <= '~')]);
}
