using Backoffice.Platform.Hosting;

namespace Backoffice.Platform.Blobs;

/// <summary>Blobs in a folder: written aside, flushed to the disk, then renamed.</summary>
public sealed class FolderBlobStore(PlatformOptions options) : IBlobStore
{
    private readonly string _folder = Path.Combine(options.DataFolder, "blobs");

    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var hash = BlobName.Of(content);
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
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

    public Task<Stream?> OpenAsync(string hash, CancellationToken stop) => Task.FromResult<Stream?>(File.Exists(PathOf(hash))
        ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan)
        : null);

    /// <summary>Where the content of that hash is, or would be.</summary>
    public string PathOf(string hash) => Path.Combine(_folder, BlobName.PathOf(hash));
}
