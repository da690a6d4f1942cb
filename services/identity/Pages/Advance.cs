using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>From one page of the sign-in to the next.</summary>
internal static class Advance
{
    public static async Task<IActionResult> ToAsync(PageModel page, Progress progress, DateTimeOffset now)
    {
        if (progress.Account is not { } account)
        {
            await page.HttpContext.SignOutAsync(Sessions.Pending);
            return StartAgain(page);
        }
        if (progress.Step == Step.Done)
        {
            await page.HttpContext.SignOutAsync(Sessions.Pending);
            await Sessions.SignInAsync(page.HttpContext, account, now);
            return new RedirectResult(ReturnUrl.Safe(page.Request.Query["returnUrl"]));
        }
        await Sessions.WaitForAsync(page.HttpContext, progress.Step, account);
        return new RedirectResult(PageLink.To(progress.Step == Step.Code ? PageLink.Code : PageLink.NewPassword, page.Request));
    }

    /// <summary>Back to the first page: the sign-in took too long, or the account changed under it.</summary>
    public static IActionResult StartAgain(PageModel page) => new RedirectResult(PageLink.To(PageLink.SignIn, page.Request, again: "1"));
}
