using System.Diagnostics;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>What a browser shows instead of an empty failure. Also the answer to a form whose token was missing, so it asks for none.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Reason { get; private set; } = "";

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain()
    {
        // The protocol's own error has a name; anything else is found by its trace.
        var protocol = HttpContext.GetOpenIddictServerResponse();
        Reason = protocol?.Error is { } error ? $"{error} {protocol.ErrorDescription}" : $"{Response.StatusCode} {Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier}";
    }
}
