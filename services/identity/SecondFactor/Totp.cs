using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Backoffice.Identity.SecondFactor;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app has them: SHA-1, six digits, steps of 30 seconds.</summary>
internal static class Totp
{
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>What an authenticator app takes in, usually as a QR code.</summary>
    public static string UriOf(string login, byte[] secret) =>
        $"otpauth://totp/Backoffice:{Uri.EscapeDataString(login)}?secret={Encode(secret)}&issuer=Backoffice&algorithm=SHA1&digits=6&period=30";

    /// <summary>
    /// The step whose code this is: the present one, or a neighbour where a clock is a little off; null for a wrong code and
    /// for one of a step already used.
    /// </summary>
    public static long? StepOf(string code, byte[] secret, DateTimeOffset now, long lastStep)
    {
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(CodeOf(secret, step))) && step > lastStep)
                found = step;
        }
        return found;
    }

    public static string CodeOf(byte[] secret, DateTimeOffset at) => CodeOf(secret, at.ToUnixTimeSeconds() / StepSeconds);

    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238; the apps know nothing else
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string Encode(byte[] secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var two = secret[bit / 8] << 8 | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            text.Append(Base32[two >> (11 - bit % 8) & 0x1F]);
        }
        return text.ToString();
    }
}
