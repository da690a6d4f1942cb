namespace Backoffice.Identity.Passwords;

/// <summary>A rule a new password can break, as programs and people read it.</summary>
internal sealed record PasswordRule(string Id, string English, string Chinese)
{
    public static PasswordRule MinLength { get; } = new("MIN_LENGTH", "it has fewer than 10 characters", "少于 10 个字符");

    public static PasswordRule Kinds { get; } = new(
        "KINDS", "it has fewer than three of: small letters, capitals, digits, other characters", "小写字母、大写字母、数字、其他字符不足三种");

    public static PasswordRule LoginName { get; } = new("LOGIN_NAME", "it contains the login name", "包含登录名");

    public static PasswordRule Common { get; } = new("COMMON", "it is one of the most common passwords", "属于常见弱密码");

    public static PasswordRule History { get; } = new("HISTORY", "it is one of the last five passwords", "与最近 5 次使用过的密码相同");
}
