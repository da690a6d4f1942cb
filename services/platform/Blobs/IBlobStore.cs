using System.Security.Cryptography;

namespace Backoffice.Platform.Blobs;

/// <summary>Files by the SHA-256 of their content. A blob is whole or absent; writing the same content again changes nothing.</summary>
public interface IBlobStore
{
    /// <summary>Keeps the content and returns its SHA-256 in lower-case hexadecimal.</summary>
    /// <exception cref="Errors.Refusal">UNAVAILABLE: the store cannot be reached; nothing was kept.</exception>
    Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken stop);

    /// <summary>Opens a blob for reading; null when it is gone.</summary>
    /// <exception cref="Errors.Refusal">UNAVAILABLE: the store cannot be reached.</exception>
    Task<Stream?> OpenAsync(string hash, CancellationToken stop);
}

/// <summary>Fixity of blobs.</summary>
public static class BlobMeasure
{
    /// <summary>The hash of a blob's content as it is now; empty when it is gone.</summary>
    public static async Task<string> MeasureAsync(this IBlobStore blobs, string hash, CancellationToken stop)
    {
        await using var content = await blobs.OpenAsync(hash, stop);
        return content is null ? "" : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
    }
}

/// <summary>Names blobs.</summary>
internal static class BlobName
{
    public static string Of(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    /// <summary>A folder of a 256th each, so that no folder holds a million files.</summary>
    /// <exception cref="ArgumentException">Not a name of a blob; it could lead anywhere.</exception>
    public static string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? $"{hash[..2]}/{hash}"
        : throw new ArgumentException("A blob is named by 64 lower-case hexadecimal digits.", nameof(hash));
}
