using Backoffice.Host.Up;

namespace Backoffice.Host.Backup;

/// <summary>Makes one backup: records of one moment, then the keys, then every file that those records can name.</summary>
internal sealed class BackupRun(Installation installation, IRecords records, BackupFolder folder)
{
    /// <summary>Makes it; where it lies.</summary>
    /// <param name="now">The moment that names it.</param>
    /// <param name="begun">Is told what is done next and how many bytes it is, and answers who is told of each byte.</param>
    /// <param name="stop">Leaves what is no backup and is removed by the next.</param>
    /// <exception cref="IOException">The disk, or a tool; nothing that counts as a backup is left.</exception>
    public async Task<(string Path, BackupManifest Manifest)> MakeAsync(DateTimeOffset now, Func<string, long, Action<long>> begun, CancellationToken stop)
    {
        var target = folder.Begin(now);
        var (stores, files) = await records.CopyAsync(target, begun("records", await records.SizeAsync(stop)), stop);
        if (stores.Count == 0)
            throw new IOException($"{installation.Folder} holds no records.");
        var kept = await CopyKeptFilesAsync(target, begun, stop);
        var (blobs, bytes) = await CopyBlobsAsync(target, begun, stop);
        foreach (var path in files.Append(BackupFolder.BlobList))
            kept.Add(await HashedCopy.MeasureAsync(target, path, stop));
        var manifest = new BackupManifest(now, records.Kind, stores, kept, blobs, bytes);
        await File.WriteAllTextAsync(Path.Combine(target, BackupFolder.Manifest), manifest.Format(), stop);
        return (BackupFolder.Finish(target), manifest);
    }

    private async Task<List<KeptFile>> CopyKeptFilesAsync(string target, Func<string, long, Action<long>> begun, CancellationToken stop)
    {
        var files = KeptFiles.Of(installation);
        var progress = begun("keys and secrets", files.Sum(f => new FileInfo(installation.PathOf(f)).Length));
        var kept = new List<KeptFile>();
        foreach (var file in files)
            kept.Add(await HashedCopy.ToAsync(installation.Folder, target, file, progress, stop));
        return kept;
    }

    private async Task<(long Count, long Bytes)> CopyBlobsAsync(string target, Func<string, long, Action<long>> begun, CancellationToken stop)
    {
        // After the records: a file is there before a record names it, and is never taken away.
        var from = BlobCopies.StoreIn(installation.PathOf("services"));
        var hashes = BlobCopies.In(installation.PathOf("services")).Order(StringComparer.Ordinal).ToList();
        var progress = begun("files", hashes.Sum(h => new FileInfo(from.PathOf(h)).Length));
        var bytes = 0L;
        foreach (var hash in hashes)
            bytes += await BlobCopies.ToAsync(from, folder.Blobs, hash, progress, stop);
        await File.WriteAllLinesAsync(Path.Combine(target, BackupFolder.BlobList), hashes, stop);
        return (hashes.Count, bytes);
    }
}
