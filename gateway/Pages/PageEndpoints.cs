using System.Text.Encodings.Web;
using System.Text.Json;
using Backoffice.Gateway.OpenApi;
using Backoffice.Platform.Contracts;

namespace Backoffice.Gateway.Pages;

/// <summary>The gateway's own pages and the web console, from inside the assembly.</summary>
internal static class PageEndpoints
{
    public static void Map(WebApplication app)
    {
        var console = new ConsoleFiles(typeof(PageEndpoints).Assembly);
        app.MapGet("/", (HttpContext context) => console.Built ? Results.Redirect("/console/") : console.Page(context));
        app.MapGet("/console/{**path}", console.Page);
        app.MapGet("/console/assets/{file}", console.Asset);
        app.MapGet("/docs", () => Page("docs.html", "text/html; charset=utf-8"));
        app.MapGet("/signin/failed", () => Page("signin-failed.html", "text/html; charset=utf-8"));
        var openApi = new Lazy<string>(() => OpenApiDocument.Of(app.Services.GetRequiredService<ContractTable>()).ToJsonString(Readable));
        app.MapGet("/openapi.json", () => Results.Text(openApi.Value, "application/json; charset=utf-8"));
        app.MapGet("/pages/{file}", (string file) => Path.GetExtension(file) switch
        {
            ".css" => Page(file, "text/css; charset=utf-8"),
            ".svg" => Page(file, "image/svg+xml"),
            ".js" => Page(file, "text/javascript; charset=utf-8"),
            _ => Results.NotFound(),
        });
    }

    // Chinese stays readable in the document.
    private static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IResult Page(string file, string contentType) => typeof(PageEndpoints).Assembly.GetManifestResourceStream($"pages/{file}") is { } content
        ? Results.Stream(content, contentType)
        : Results.NotFound();
}
