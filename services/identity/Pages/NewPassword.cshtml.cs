using Backoffice.Identity.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Backoffice.Identity.Pages;

/// <summary>Third step, where the password is one that somebody else gave.</summary>
internal sealed class NewPasswordModel(SignIns signIns, PageText text) : PageModel
{
    private const int LongestPassword = 200;

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Repeat { get; set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await SessionCookies.PendingAtAsync(HttpContext, Step.NewPassword) is null ? Advance.StartAgain(this) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await SessionCookies.PendingAtAsync(HttpContext, Step.NewPassword) is not { } pending)
            return Advance.StartAgain(this);
        var choice = Password is { Length: <= LongestPassword } given ? given : "";
        if (choice != Repeat)
        {
            Problems = [text.Differ];
            return Page();
        }
        if (await signIns.JudgeAsync(pending, choice, HttpContext.RequestAborted) is not { } broken)
            return Advance.StartAgain(this);
        Problems = [.. broken.Select(r => text.IsChinese ? r.Chinese : r.English)];
        return Problems.Count > 0
            ? Page()
            : await Advance.ToAsync(this, await signIns.ChangePasswordAsync(pending, choice, HttpContext.RequestAborted));
    }
}
