using System.Security.Cryptography;

namespace Backoffice.Host.Backup;

/// <summary>Copies files so that what arrived is known by its hash and is on the disk.</summary>
internal static class HashedCopy
{
    private const int Buffer = 1 << 20;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Copies a file from one folder to the same path of another; what was read.</summary>
    public static async Task<KeptFile> ToAsync(string from, string to, string path, Action<long> progress, CancellationToken stop) =>
        await ToAsync(Path.Combine(from, path), Path.Combine(to, path), progress, stop) with { Path = path };

    /// <summary>Copies a file; size and hash of what was read.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">A new file, readable by its owner only.</param>
    /// <param name="progress">Is told bytes as they pass.</param>
    /// <param name="stop">Leaves an unfinished file.</param>
    public static async Task<KeptFile> ToAsync(string from, string to, Action<long> progress, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var target = new FileStream(to, OptionsOfNew());
        var buffer = new byte[Buffer];
        var length = 0L;
        for (var read = await source.ReadAsync(buffer, stop); read > 0; read = await source.ReadAsync(buffer, stop))
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), stop);
            length += read;
            progress(read);
        }
#pragma warning disable CA1849 // FlushAsync cannot flush to the disk
        target.Flush(flushToDisk: true);
#pragma warning restore CA1849
        return new KeptFile("", length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Size and hash of a file in a folder.</summary>
    public static async Task<KeptFile> MeasureAsync(string folder, string path, CancellationToken stop)
    {
        await using var file = new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return new KeptFile(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop)));
    }

    private static FileStreamOptions OptionsOfNew()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 1, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
