using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>Asks before a session ends that nobody has shown to be the one meant.</summary>
internal sealed class SignOutModel(SignIns signIns) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if ((await HttpContext.AuthenticateAsync(SessionCookies.SignedIn)).Principal is { } holder)
        {
            await HttpContext.SignOutAsync(SessionCookies.SignedIn);
            await signIns.SignOutAsync(holder, HttpContext.RequestAborted);
        }
        return Redirect(ReturnUrl.Safe(Request.Query["returnUrl"]));
    }
}
