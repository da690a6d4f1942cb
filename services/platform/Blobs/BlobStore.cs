using System.Security.Cryptography;
using Backoffice.Platform.Hosting;

namespace Backoffice.Platform.Blobs;

/// <summary>
/// Files by the SHA-256 of their content, in a folder. A blob is whole or absent: it is written aside, flushed to the disk
/// and then renamed; writing the same content again changes nothing.
/// </summary>
public sealed class BlobStore(PlatformOptions options)
{
    private readonly string _folder = Path.Combine(options.DataFolder, "blobs");

    /// <summary>Keeps the content and returns its SHA-256 in lower-case hexadecimal.</summary>
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.CreateVersion7():N}";
        await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
        {
            await file.WriteAsync(content, stop);
#pragma warning disable CA1849 // FlushAsync cannot flush to the disk
            file.Flush(flushToDisk: true);
#pragma warning restore CA1849
        }
        File.Move(aside, path, overwrite: true);
        return hash;
    }

    /// <summary>Opens a blob for reading; null when it is gone.</summary>
    public Stream? Open(string hash) => File.Exists(PathOf(hash))
        ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan)
        : null;

    /// <summary>The hash of the content as it is now; empty when it is gone.</summary>
    public async Task<string> MeasureAsync(string hash, CancellationToken stop)
    {
        await using var content = Open(hash);
        return content is null ? "" : Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop));
    }

    /// <summary>Where a blob lies, whether it is there or not.</summary>
    public string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(_folder, hash[..2], hash)
        : throw new ArgumentException("A blob is named by 64 lower-case hexadecimal digits.", nameof(hash));
}
