using Microsoft.Net.Http.Headers;

namespace Backoffice.Identity.Pages;

/// <summary>What the pages say, in one language.</summary>
internal sealed record PageText
{
    private static readonly PageText Chinese = new()
    {
        Locale = "zh-CN",
        Suite = "政务办公",
        Other = "English",
        OtherLocale = "en",
        SignIn = "登录",
        Login = "登录名",
        Password = "密码",
        Refused = "登录名或密码不正确，或者该账号目前不能登录。连续输错多次，账号会被锁定一段时间。",
        Again = "登录已中断，请重新登录。",
        Code = "动态验证码",
        CodeField = "验证器应用显示的 6 位数字",
        CodeRefused = "动态验证码不正确或已使用过。",
        NewPassword = "修改临时密码",
        NewPasswordField = "新密码",
        NewPasswordRules = "至少 10 个字符；小写字母、大写字母、数字、其他字符至少三种；不含登录名；不用常见密码；不与最近 5 次密码相同。",
        Repeat = "再次输入新密码",
        Differ = "两次输入的密码不一致。",
        Next = "继续",
        SignOut = "退出登录",
        SignOutQuestion = "确定要退出登录吗？",
        Stay = "返回，不退出",
        Error = "无法继续",
        ErrorText = "请求没有完成。请返回重新操作；如果仍不成功，请把下面的信息告诉系统管理员。",
        ErrorCode = "原因",
    };

    private static readonly PageText English = new()
    {
        Locale = "en",
        Suite = "Backoffice",
        Other = "中文",
        OtherLocale = "zh-CN",
        SignIn = "Sign in",
        Login = "Login name",
        Password = "Password",
        Refused = "The login name or password is wrong, or the account cannot sign in at present. Several wrong passwords in a row lock the account for a while.",
        Again = "The sign-in was interrupted. Please start again.",
        Code = "Second factor",
        CodeField = "The six digits your authenticator app shows",
        CodeRefused = "The code is wrong or was used before.",
        NewPassword = "Change the temporary password",
        NewPasswordField = "New password",
        NewPasswordRules = "At least 10 characters; three of small letters, capitals, digits and other characters; no login name in it; no common password; none of the last five.",
        Repeat = "New password once more",
        Differ = "The two passwords differ.",
        Next = "Continue",
        SignOut = "Sign out",
        SignOutQuestion = "Do you want to sign out?",
        Stay = "Back, stay signed in",
        Error = "This did not work",
        ErrorText = "The request was not completed. Please go back and try again; if it fails again, tell your system administrator what is written below.",
        ErrorCode = "Reason",
    };

    public required string Locale { get; init; }
    public required string Suite { get; init; }
    public required string Other { get; init; }
    public required string OtherLocale { get; init; }
    public required string SignIn { get; init; }
    public required string Login { get; init; }
    public required string Password { get; init; }
    public required string Refused { get; init; }
    public required string Again { get; init; }
    public required string Code { get; init; }
    public required string CodeField { get; init; }
    public required string CodeRefused { get; init; }
    public required string NewPassword { get; init; }
    public required string NewPasswordField { get; init; }
    public required string NewPasswordRules { get; init; }
    public required string Repeat { get; init; }
    public required string Differ { get; init; }
    public required string Next { get; init; }
    public required string SignOut { get; init; }
    public required string SignOutQuestion { get; init; }
    public required string Stay { get; init; }
    public required string Error { get; init; }
    public required string ErrorText { get; init; }
    public required string ErrorCode { get; init; }

    public bool IsChinese => ReferenceEquals(this, Chinese);

    /// <summary>The language a request asks for: by `ui_locales`, else by the browser's preference, else Chinese.</summary>
    public static PageText For(HttpRequest request)
    {
        var asked = request.Query["ui_locales"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var preferred = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(Language);
        return asked.Concat(preferred).Select(Known).FirstOrDefault(t => t is not null) ?? Chinese;
    }

    private static string Language(StringWithQualityHeaderValue value) => value.Value.ToString();

    private static PageText? Known(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => null,
    };
}
