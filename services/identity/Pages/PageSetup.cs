using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Backoffice.Identity.Issuer;
using Backoffice.Identity.Sessions;
using Backoffice.Identity.SignIn;
using Microsoft.Extensions.WebEncoders;

namespace Backoffice.Identity.Pages;

/// <summary>The pages people see, and what surrounds every answer to a browser.</summary>
internal static class PageSetup
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private const string Error = "/account/error";
    private const string Style = "/account/site.css";

    public static void Add(IServiceCollection services, bool https)
    {
        services.AddRazorPages();
        // Chinese as Chinese, not as numbers.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped(s => Visitor.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request));
        services.AddScoped(s => PageText.For(s.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request));
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = SessionCookies.CookieName("identity-form", https);
            form.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            form.SuppressXFrameOptionsHeader = true;
        });
    }

    public static void Use(WebApplication app)
    {
        app.UseMiddleware<PublicAddress>();
        app.UseWhen(IsForPeople, pages => pages.Use(AddHeaders).UseExceptionHandler(Error).UseStatusCodePagesWithReExecute(Error));
        // Behind the two above: what they run again has to be routed again.
        app.UseRouting();
        app.UseAuthentication();
        app.MapRazorPages();
        app.MapGet(Style, () => Results.Stream(
            typeof(PageSetup).Assembly.GetManifestResourceStream("site.css")!, $"{MediaTypeNames.Text.Css}; charset=utf-8"));
    }

    /// <summary>What a browser shows, as opposed to what programs read.</summary>
    private static bool IsForPeople(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments(IssuerSetup.Authorize, StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments(IssuerSetup.EndSession, StringComparison.OrdinalIgnoreCase);

    private static Task AddHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
