using System.Globalization;
using Backoffice.Platform.Blobs;

namespace Backoffice.Host.Backup;

/// <summary>
/// A folder of backups: one folder each, named by its moment, and the documents' files, which most backups share and which
/// are therefore kept once beside them.
/// </summary>
internal sealed class BackupFolder(string folder)
{
    public const string Manifest = "manifest.json";
    public const string BlobList = "blobs.txt";
    public const string Dump = "records.dump";

    private const string Unfinished = ".unfinished";
    private const string Moment = "yyyy-MM-dd'T'HHmmss'Z'";

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The documents' files.</summary>
    public FolderBlobStore Blobs => BlobCopies.StoreIn(Folder);

    /// <summary>Begins a backup aside; what an interrupted one left is removed.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public string Begin(DateTimeOffset time)
    {
        Directory.CreateDirectory(Folder);
        foreach (var left in Directory.EnumerateDirectories(Folder, $"*{Unfinished}").ToList())
            Directory.Delete(left, recursive: true);
        var begun = Path.Combine(Folder, NameOf(time) + Unfinished);
        // Its files hold keys and passwords.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(begun);
        else
            Directory.CreateDirectory(begun, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return begun;
    }

    /// <summary>Gives a backup its name, by which it is one.</summary>
    public static string Finish(string begun)
    {
        var finished = begun[..^Unfinished.Length];
        Directory.Move(begun, finished);
        return finished;
    }

    /// <summary>The finished backups, oldest first.</summary>
    public IReadOnlyList<string> Finished() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Where(d => !d.EndsWith(Unfinished, StringComparison.Ordinal) && File.Exists(Path.Combine(d, Manifest))).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Removes all but the newest backups, and the documents' files that none of those names.</summary>
    /// <returns>How many backups were removed.</returns>
    public async Task<int> KeepNewestAsync(int count, CancellationToken stop)
    {
        var finished = Finished();
        var old = finished.SkipLast(count).ToList();
        foreach (var backup in old)
        {
            // Without its manifest it is no backup, whatever interrupts this.
            File.Delete(Path.Combine(backup, Manifest));
            Directory.Delete(backup, recursive: true);
        }
        if (old.Count > 0)
            await RemoveUnnamedBlobsAsync(finished.TakeLast(count), stop);
        return old.Count;
    }

    private async Task RemoveUnnamedBlobsAsync(IEnumerable<string> backups, CancellationToken stop)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var backup in backups)
            named.UnionWith(await File.ReadAllLinesAsync(Path.Combine(backup, BlobList), stop));
        foreach (var blob in Directory.EnumerateFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories).Where(b => !named.Contains(Path.GetFileName(b))).ToList())
            File.Delete(blob);
    }

    private static string NameOf(DateTimeOffset time) => time.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);
}
