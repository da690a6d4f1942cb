using System.Security.Claims;
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
        var login = (await HttpContext.AuthenticateAsync(Sessions.SignedIn)).Principal?.FindFirstValue(SessionClaims.Login);
        if (login is not null)
        {
            await HttpContext.SignOutAsync(Sessions.SignedIn);
            await signIns.RecordSignOutAsync(login, HttpContext.RequestAborted);
        }
        return Redirect(ReturnUrl.Safe(Request.Query["returnUrl"]));
    }
}
