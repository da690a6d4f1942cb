using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>First step: login name and password.</summary>
internal sealed class SignInModel(SignIns signIns, PageText text) : PageModel
{
    private const int LongestPassword = 200;

    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? Problem { get; private set; }

    public void OnGet(string? again) => Problem = again is null ? null : text.Again;

    public async Task<IActionResult> OnPostAsync()
    {
        // People type capitals and blanks where the contract has none.
        var login = Login?.Trim().ToLowerInvariant() ?? "";
        var password = Password is { Length: <= LongestPassword } given ? given : "";
        var progress = await signIns.ProvePasswordAsync(login, password, HttpContext.RequestAborted);
        if (progress.Account is null)
        {
            Problem = text.Refused;
            return Page();
        }
        await HttpContext.SignOutAsync(SessionCookies.Pending);
        return await Advance.ToAsync(this, progress);
    }
}
