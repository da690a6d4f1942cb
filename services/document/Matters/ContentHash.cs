using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Backoffice.Document.Matters;

/// <summary>Hash of what an opinion is given on.</summary>
internal static class ContentHash
{
    /// <summary>SHA-256 over the parts, each with its length before it: no two different lists give the same bytes.</summary>
    public static string Of(IEnumerable<string> parts)
    {
        var content = new StringBuilder();
        foreach (var part in parts)
            content.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
    }
}
