using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Backoffice.Host.Up;

namespace Backoffice.Host.Doctor;

/// <summary>Looks at everything an installation needs, from the ground up.</summary>
internal static class Examination
{
    private const long LittleSpace = 2L << 30;

    public static async IAsyncEnumerable<Finding> OfAsync(Installation installation, string postgres, string redis, IReadOnlyList<int> ports, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!Directory.Exists(installation.Folder))
        {
            yield return new Finding(Grade.Warn, $"{installation.Folder} does not exist yet", "`backoffice up` makes it; or name another folder with --data.");
            yield break;
        }
        yield return Writable(installation);
        yield return Space(installation);
        foreach (var finding in Secrets(installation).Concat(Keys(installation)))
            yield return finding;
        await foreach (var finding in postgres.Length > 0 ? Servers.PostgresAsync(installation, postgres, stop) : Records.OfAsync(installation, stop))
            yield return finding;
        if (redis.Length > 0)
            yield return await Servers.RedisAsync(redis);
        await foreach (var finding in WhatRuns.InAsync(installation, ports, stop))
            yield return finding;
    }

    private static Finding Writable(Installation installation)
    {
        var probe = installation.PathOf($"probe-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding(Grade.Ok, $"{installation.Folder} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding(Grade.Fail, $"{installation.Folder} cannot be written: {e.Message}", "Give the account that runs the suite the right to write there.");
        }
    }

    private static Finding Space(Installation installation)
    {
        var free = new DriveInfo(installation.Folder).AvailableFreeSpace;
        return free < LittleSpace
            ? new Finding(Grade.Warn, $"{free >> 20} MiB are left on the disk", "Make room: a store that cannot grow refuses every change.")
            : new Finding(Grade.Ok, $"{free >> 30} GiB are left on the disk");
    }

    private static IEnumerable<Finding> Secrets(Installation installation)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var file in FilesOf(installation, "secrets", "*").Concat(FilesOf(installation, "services", "*.pem")))
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != 0)
                yield return new Finding(Grade.Fail, $"{file} can be read by others", $"chmod 600 {file}");
            if (new FileInfo(file).Length == 0)
                yield return new Finding(Grade.Fail, $"{file} is empty", "Stop the suite and restore the file from a backup.");
        }
    }

    private static IEnumerable<Finding> Keys(Installation installation) => FilesOf(installation, "services", "*.pem").Select(file =>
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(file);
            return new Finding(Grade.Ok, $"{Path.GetFileName(file)} can be read");
        }
        catch (CryptographicException e)
        {
            return new Finding(Grade.Fail, $"{file} cannot be read: {e.Message}", "Restore the file from a backup: what is locked by it, or known to others by it, is by no other.");
        }
    });

    private static IEnumerable<string> FilesOf(Installation installation, string folder, string pattern) => Directory.Exists(installation.PathOf(folder))
        ? Directory.EnumerateFiles(installation.PathOf(folder), pattern).Order(StringComparer.Ordinal)
        : [];
}
