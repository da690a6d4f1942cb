using System.Reflection;
using System.Security.Cryptography;

namespace Backoffice.Gateway.Pages;

/// <summary>
/// The web console as it was built into the assembly. Its page carries a nonce made for this one answer, without which the
/// browser takes no style from a script; an assembly without it has a page that names the command to build it.
/// </summary>
internal sealed class ConsoleFiles(Assembly assembly)
{
    /// <summary>What the built page has in the nonce's place.</summary>
    private const string NoncePlace = "__NONCE__";

    private readonly string? _page = Read(assembly, "console/index.html");

    public bool Built => _page is not null;

    /// <summary>The page of every address of the console: which one is shown is decided in the browser.</summary>
    public IResult Page(HttpContext context)
    {
        if (_page is null)
            return Results.Text(Read(typeof(ConsoleFiles).Assembly, "pages/index.html")!, "text/html; charset=utf-8");
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyOfConsole(nonce);
        return Results.Text(_page.Replace(NoncePlace, nonce, StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    /// <summary>A file that its name tells apart from every other version of itself, so that browsers keep it.</summary>
    public IResult Asset(HttpContext context, string file)
    {
        var compressed = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase) ? Open($"{file}.gz") : null;
        if ((compressed ?? Open(file)) is not { } content)
            return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (compressed is not null)
            headers.ContentEncoding = "gzip";
        return Results.Stream(content, Path.GetExtension(file) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        });
    }

    private Stream? Open(string file) => assembly.GetManifestResourceStream($"console/assets/{file}");

    private static string? Read(Assembly assembly, string name)
    {
        using var content = assembly.GetManifestResourceStream(name);
        if (content is null)
            return null;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
