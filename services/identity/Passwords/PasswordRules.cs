namespace Backoffice.Identity.Passwords;

/// <summary>What a new password must be by itself; whether it was used before is asked of its hashes.</summary>
internal static class PasswordRules
{
    private const int Shortest = 10;
    private const int FewestKinds = 3;

    // The first tries of every guesser that satisfy the other rules, compared without regard to case.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1qaz@wsx3edc", "1qaz2wsx3edc", "1q2w3e4r5t", "1q2w3e4r5t6y", "a123456789", "a1234567890", "aa123456789", "aa12345678", "aa1234567890", "aa123456.", "aa@123456789",
        "abc1234567", "abc123456789", "abc@123456", "abcd1234567", "abcd123456", "abcd@1234", "admin12345", "admin123456", "admin@1234", "admin@12345", "admin@123456", "admin@2024",
        "admin@2025", "admin@2026", "administrator1", "asd123456789", "asdf123456", "beijing2008", "changeme123", "changeme@123", "china12345", "china123456", "china@1949", "huawei@123",
        "huawei12#$", "iloveyou123", "iloveyou520", "office@123", "p@ssw0rd01", "p@ssw0rd12", "p@ssw0rd123", "p@ssw0rd1234", "p@ssword123", "passw0rd12", "passw0rd123", "passw0rd1234",
        "password01", "password12", "password123", "password1234", "password@1", "password@123", "q123456789", "q1w2e3r4t5", "qaz123456789", "qaz@wsx123", "qazwsx123456", "qq123456789",
        "qwe123456789", "qwe123!@#asd", "qwer123456", "qwer@1234", "qwerty1234", "qwerty12345", "qwerty123456", "qwertyuiop1", "root@12345", "root@123456", "root123456", "system@123",
        "test123456", "test@12345", "test@123456", "user@12345", "w123456789", "wang123456", "welcome123", "welcome@123", "woaini1314", "woaini1314520", "woaini520", "zaq12wsxcde3",
        "zaq1@wsxcde3", "zhang123456", "zxc123456789", "zxcvbnm123", "gov@123456", "bangong@123",
    };

    /// <summary>Every rule the password breaks.</summary>
    public static IReadOnlyList<PasswordRule> Broken(string password, string login)
    {
        var broken = new List<PasswordRule>();
        if (password.EnumerateRunes().Count() < Shortest)
            broken.Add(PasswordRule.MinLength);
        if (KindsOf(password) < FewestKinds)
            broken.Add(PasswordRule.Kinds);
        if (password.Contains(login, StringComparison.OrdinalIgnoreCase))
            broken.Add(PasswordRule.LoginName);
        if (Common.Contains(password))
            broken.Add(PasswordRule.Common);
        return broken;
    }

    private static int KindsOf(string password) =>
        One(password.Any(char.IsAsciiLetterLower)) + One(password.Any(char.IsAsciiLetterUpper)) + One(password.Any(char.IsAsciiDigit))
        + One(password.Any(c => !char.IsAsciiLetterOrDigit(c)));

    private static int One(bool present) => present ? 1 : 0;
}
