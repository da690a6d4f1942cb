namespace Backoffice.Gateway.Pages;

/// <summary>The gateway's own pages, from inside the assembly.</summary>
internal static class PageEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", () => Page("index.html", "text/html; charset=utf-8"));
        app.MapGet("/pages/{file}", (string file) => Path.GetExtension(file) switch
        {
            ".css" => Page(file, "text/css; charset=utf-8"),
            ".js" => Page(file, "text/javascript; charset=utf-8"),
            _ => Results.NotFound(),
        });
    }

    private static IResult Page(string file, string contentType) => typeof(PageEndpoints).Assembly.GetManifestResourceStream($"pages/{file}") is { } content
        ? Results.Stream(content, contentType)
        : Results.NotFound();
}
