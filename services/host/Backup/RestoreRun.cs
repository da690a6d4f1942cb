using System.Text.Json;
using Backoffice.Host.Up;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Storage;

namespace Backoffice.Host.Backup;

/// <summary>Puts a backup back: beside its place first, and into its place once all of it is there and is what it was.</summary>
internal sealed class RestoreRun
{
    private const string Unfinished = ".restoring";

    private RestoreRun(string backup, BackupManifest manifest) => (Backup, Manifest) = (backup, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>Where the backup lies.</summary>
    public string Backup { get; }

    /// <summary>Reads what a backup says of itself.</summary>
    /// <exception cref="DamagedException">It is none, was altered, or is of a later version of this program.</exception>
    public static async Task<RestoreRun> OpenAsync(string backup, CancellationToken stop)
    {
        var folder = Path.GetFullPath(backup);
        var file = Path.Combine(folder, BackupFolder.Manifest);
        if (!File.Exists(file))
            throw new DamagedException($"{folder} is no finished backup: it has no {BackupFolder.Manifest}.");
        try
        {
            var manifest = BackupManifest.Parse(await File.ReadAllTextAsync(file, stop));
            if (manifest.Files.FirstOrDefault(f => !KeptFiles.IsWithin(f.Path)) is { } outside)
                throw new DamagedException($"{file} names a file outside its folder: {outside.Path}.");
            foreach (var (service, content) in manifest.Stores)
                await ExpectKnownAsync(service, manifest.Store, content.Migration);
            return new RestoreRun(folder, manifest);
        }
        catch (JsonException e)
        {
            throw new DamagedException($"{file} cannot be read: {e.Message}");
        }
    }

    /// <summary>Restores into a folder that does not exist yet or is empty.</summary>
    /// <param name="place">The folder.</param>
    /// <param name="records">Where the records go.</param>
    /// <param name="progress">Is told bytes as they pass.</param>
    /// <param name="stop">Leaves the place as it was.</param>
    /// <exception cref="DamagedException">The backup is not what it was; the place is as it was.</exception>
    public async Task ToAsync(string place, IRecords records, Action<long> progress, CancellationToken stop)
    {
        var aside = Path.TrimEndingDirectorySeparator(place) + Unfinished;
        Remove(aside);
        try
        {
            foreach (var file in Manifest.Files)
                await RestoreAsync(file, aside, progress, stop);
            await RestoreBlobsAsync(BlobCopies.StoreIn(Path.Combine(aside, "services")), progress, stop);
            await records.RestoreAsync(Backup, aside, stop);
            if (Directory.Exists(place))
                Directory.Delete(place);
            Directory.Move(aside, place);
        }
        finally
        {
            Remove(aside);
        }
    }

    private static async Task ExpectKnownAsync(string service, StoreKind store, string migration)
    {
        if (Modules.InOrder.FirstOrDefault(m => m.Name == service) is not { } module || !await Stored.KnowsAsync(module, store, migration))
            throw new DamagedException($"The backup was made by a later version of this program, which knows {migration} of {service}; restore it with that one.");
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private async Task RestoreBlobsAsync(FolderBlobStore place, Action<long> progress, CancellationToken stop)
    {
        var (list, kept) = (Path.Combine(Backup, BackupFolder.BlobList), new BackupFolder(Path.GetDirectoryName(Backup)!).Blobs);
        try
        {
            foreach (var hash in await File.ReadAllLinesAsync(list, stop))
                await BlobCopies.ToAsync(kept, place, hash, progress, stop);
        }
        catch (ArgumentException e)
        {
            throw new DamagedException($"{list} names what is no file of a document: {e.Message}");
        }
    }

    private async Task RestoreAsync(KeptFile file, string aside, Action<long> progress, CancellationToken stop)
    {
        var source = Path.Combine(Backup, file.Path);
        if (!File.Exists(source))
            throw new DamagedException($"{source} is missing.");
        // What only the backup needs is checked all the same.
        var needed = file.Path is not (BackupFolder.BlobList or BackupFolder.Dump);
        var found = needed ? await HashedCopy.ToAsync(Backup, aside, file.Path, progress, stop) : await HashedCopy.MeasureAsync(Backup, file.Path, stop);
        if (found.Sha256 != file.Sha256)
            throw new DamagedException($"{source} was altered: it is not what the backup says of it.");
        if (!needed)
            progress(found.Bytes);
    }
}
