using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>From one page of the sign-in to the next.</summary>
internal static class Advance
{
    public static async Task<IActionResult> ToAsync(PageModel page, Progress progress)
    {
        if (progress.Account is not { } account)
        {
            await page.HttpContext.SignOutAsync(SessionCookies.Pending);
            return StartAgain(page);
        }
        if (progress.Session is { } session)
        {
            await page.HttpContext.SignOutAsync(SessionCookies.Pending);
            await SessionCookies.SignInAsync(page.HttpContext, account, session);
            return new RedirectResult(ReturnUrl.Safe(page.Request.Query["returnUrl"]));
        }
        await SessionCookies.WaitForAsync(page.HttpContext, progress.Step, account);
        return new RedirectResult(PageLink.To(progress.Step == Step.Code ? PageLink.Code : PageLink.NewPassword, page.Request));
    }

    /// <summary>Back to the first page: the sign-in took too long, or the account changed under it.</summary>
    public static IActionResult StartAgain(PageModel page) => new RedirectResult(PageLink.To(PageLink.SignIn, page.Request, again: "1"));
}
