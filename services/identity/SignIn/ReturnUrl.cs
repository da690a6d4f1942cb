namespace Backoffice.Identity.SignIn;

/// <summary>Where a browser goes after a page: on with what it came for at this issuer, or to the suite's front page. Never elsewhere.</summary>
internal static class ReturnUrl
{
    private const string Home = "/";

    public static string Safe(string? url) =>
        url is not null && (IsOf(url, "/connect/authorize") || IsOf(url, "/connect/endsession")) && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl)
            ? url
            : Home;

    private static bool IsOf(string url, string path) => url == path || url.StartsWith(path + "?", StringComparison.Ordinal);
}
