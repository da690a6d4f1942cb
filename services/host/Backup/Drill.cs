using System.Runtime.CompilerServices;
using Backoffice.Host.Doctor;
using Backoffice.Host.Up;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;

namespace Backoffice.Host.Backup;

/// <summary>Compares what was restored with what the backup says of the moment it was made, and what the records say with themselves.</summary>
internal static class Drill
{
    public static async IAsyncEnumerable<Finding> CompareAsync(BackupManifest manifest, IRecords records, string place, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var (name, expected) in manifest.Stores)
        {
            var module = Modules.InOrder.Single(m => m.Name == name);
            foreach (var finding in await CompareAsync(module, records.OptionsOf(module, place), expected, stop))
                yield return finding;
        }
    }

    private static Task<List<Finding>> CompareAsync(ServiceModule module, PlatformOptions options, StoreContent expected, CancellationToken stop) => Stored.WithAsync(module, options, async db =>
    {
        var findings = new List<Finding>();
        var differences = (await StoreContent.OfAsync(db, stop)).DifferencesFrom(expected).ToList();
        findings.AddRange(differences.Select(d => new Finding(Grade.Fail, $"{module.Name}: {d}")));
        if (differences.Count == 0)
            findings.Add(new Finding(Grade.Ok, $"{module.Name}: {expected.Rows.Values.Sum()} rows in {expected.Rows.Count} tables, {expected.Events} events"));
        findings.Add(await Records.AuditedAsync(module.Name, db, stop));
        findings.Add(await FilesAsync(module, db, new FolderBlobStore(options), stop));
        return findings;
    });

    private static async Task<Finding> FilesAsync(ServiceModule module, ServiceDb db, FolderBlobStore blobs, CancellationToken stop)
    {
        var (good, bad) = (0, new List<string>());
        await foreach (var hash in db.BlobsNamed().WithCancellation(stop))
        {
            if (await blobs.MeasureAsync(hash, stop) == hash)
                good++;
            else
                bad.Add(hash);
        }
        return bad.Count == 0
            ? new Finding(Grade.Ok, $"{module.Name}: {good} files that its records name are there and unaltered")
            : new Finding(Grade.Fail, $"{module.Name}: {bad.Count} files that its records name are missing or altered, first {bad[0]}");
    }
}
