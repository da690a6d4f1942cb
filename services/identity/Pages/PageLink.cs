using Backoffice.Identity.SignIn;

namespace Backoffice.Identity.Pages;

/// <summary>Addresses of the pages. Where the way leads and the language chosen travel in the query.</summary>
internal static class PageLink
{
    public const string SignIn = "/account/signin";
    public const string Code = "/account/code";
    public const string NewPassword = "/account/password";

    private const string Locales = "ui_locales";

    /// <summary>Another page on the same way.</summary>
    public static string To(string page, HttpRequest request, string? again = null)
    {
        var query = QueryString.Create("returnUrl", ReturnUrl.Safe(request.Query["returnUrl"]));
        if (request.Query[Locales].ToString() is { Length: > 0 } locales)
            query = query.Add(Locales, locales);
        return page + (again is null ? query : query.Add("again", again));
    }

    /// <summary>The same page in another language.</summary>
    public static string In(string locale, HttpRequest request) =>
        request.PathBase + request.Path + QueryString.Create("returnUrl", ReturnUrl.Safe(request.Query["returnUrl"])).Add(Locales, locale);
}
