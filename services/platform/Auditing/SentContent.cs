using System.Security.Cryptography;

namespace Backoffice.Platform.Auditing;

/// <summary>Names content that may not be kept: its hash and size, and nothing of what it says.</summary>
public static class SentContent
{
    public static string Describe(ReadOnlySpan<byte> content) => $"sha256/{Convert.ToHexStringLower(SHA256.HashData(content))}/{content.Length}";
}
