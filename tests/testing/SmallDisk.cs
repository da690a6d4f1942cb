using System.Globalization;

namespace Backoffice.Testing;

/// <summary>A file system in memory that is soon full, and may be made larger. Only root can make one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>A disk of so many MiB; nothing where this process may not make one.</summary>
    public static async Task<SmallDisk?> MakeAsync(int size)
    {
        var path = Directory.CreateTempSubdirectory("backoffice-disk-").FullName;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && await RunAsync("mount", "-t", "tmpfs", "-o", Size(size), "tmpfs", path))
            return new SmallDisk(path);
        Directory.Delete(path);
        return null;
    }

    /// <summary>Takes all that is left of it.</summary>
    public void Fill()
    {
        using var filler = new FileStream(System.IO.Path.Combine(Path, "filler"), FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
                filler.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Makes room while everything goes on.</summary>
    public async Task GrowAsync(int size)
    {
        if (!await RunAsync("mount", "-o", $"remount,{Size(size)}", Path))
            throw new InvalidOperationException($"{Path} did not grow.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!await RunAsync("umount", Path))
            throw new InvalidOperationException($"{Path} is still in use.");
        Directory.Delete(Path);
    }

    private static string Size(int size) => string.Create(CultureInfo.InvariantCulture, $"size={size}m");

    private static async Task<bool> RunAsync(string program, params string[] arguments) => (await SystemCommand.RunAsync(program, arguments)).ExitCode == 0;
}
