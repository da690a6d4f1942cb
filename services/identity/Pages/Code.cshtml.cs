using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>Second step, where a second factor is enrolled.</summary>
internal sealed class CodeModel(SignIns signIns, PageText text) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await SessionCookies.PendingAtAsync(HttpContext, Step.Code) is null ? Advance.StartAgain(this) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await SessionCookies.PendingAtAsync(HttpContext, Step.Code) is not { } pending)
            return Advance.StartAgain(this);
        var progress = await signIns.ProveCodeAsync(pending, Code?.Trim() ?? "", HttpContext.RequestAborted);
        if (progress.Step != Step.Code)
            return await Advance.ToAsync(this, progress);
        Problem = text.CodeRefused;
        return Page();
    }
}
