using System.Security.Cryptography;

namespace Backoffice.Identity.Passwords;

/// <summary>Passwords the service makes up: nothing in them can be misread on paper.</summary>
internal static class TemporaryPassword
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string For(string login)
    {
        while (true)
        {
            var parts = RandomNumberGenerator.GetString(Alphabet, 16).Chunk(4).Select(p => new string(p));
            var password = string.Join('-', parts);
            if (PasswordRules.Broken(password, login).Count == 0)
                return password;
        }
    }
}
