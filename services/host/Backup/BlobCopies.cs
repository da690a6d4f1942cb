using Backoffice.Platform.Blobs;
using Backoffice.Platform.Hosting;

namespace Backoffice.Host.Backup;

/// <summary>Copies documents' files, whose names are the hashes of what they hold.</summary>
internal static class BlobCopies
{
    private const int HashLength = 64;

    /// <summary>The blobs of a folder, where a service that kept its records there would have them.</summary>
    public static FolderBlobStore StoreIn(string folder) => new(new PlatformOptions { DataFolder = folder });

    /// <summary>Their hashes, without what is being written.</summary>
    public static IEnumerable<string> In(string folder) => Directory.Exists(Path.Combine(folder, "blobs"))
        ? Directory.EnumerateFiles(Path.Combine(folder, "blobs"), "*", SearchOption.AllDirectories).Select(p => Path.GetFileName(p)).Where(n => n.Length == HashLength)
        : [];

    /// <summary>Copies a blob to another store unless it is there; its size.</summary>
    /// <exception cref="DamagedException">It does not hold what its name says.</exception>
    /// <exception cref="ArgumentException">The hash is none: it could lead anywhere.</exception>
    public static async Task<long> ToAsync(FolderBlobStore from, FolderBlobStore to, string hash, Action<long> progress, CancellationToken stop)
    {
        var target = to.PathOf(hash);
        if (File.Exists(target))
        {
            var there = new FileInfo(target).Length;
            progress(there);
            return there;
        }
        var source = from.PathOf(hash);
        if (!File.Exists(source))
            throw new DamagedException($"The file {source} is missing.");
        var aside = $"{target}.{Guid.CreateVersion7():N}";
        try
        {
            var copied = await HashedCopy.ToAsync(source, aside, progress, stop);
            if (copied.Sha256 != hash)
                throw new DamagedException($"The file {source} was altered: its name is the SHA-256 of what it must hold.");
            File.Move(aside, target, overwrite: true);
            return copied.Bytes;
        }
        finally
        {
            File.Delete(aside);
        }
    }
}

/// <summary>Something is not what it was when it was written; the message says what.</summary>
internal sealed class DamagedException(string message) : Exception(message);
