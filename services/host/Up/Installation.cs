using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Backoffice.Host.Up;

/// <summary>The folder of one installation: databases, files, secrets, and a note of what runs.</summary>
public sealed class Installation
{
    public const string DefaultFolder = ".data";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public Installation(string folder)
    {
        Folder = Path.GetFullPath(folder);
        RunFile = Path.Combine(Folder, "run.json");
    }

    public string Folder { get; }

    public string RunFile { get; }

    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Takes the folder for this process, two suites on one folder would destroy it; null when another process has it.</summary>
    public FileStream? Claim()
    {
        Directory.CreateDirectory(Folder);
        try
        {
            // The file stays: one that is removed while another process opens it would be claimed twice.
            return new FileStream(PathOf("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(PathOf("lock")))
        {
            return null;
        }
    }

    /// <summary>A secret of the installation, made when first asked for and readable by its owner only.</summary>
    public string Secret(string name)
    {
        var path = PathOf("secrets", name);
        if (File.Exists(path))
            return File.ReadAllText(path).Trim();
        Directory.CreateDirectory(PathOf("secrets"));
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        // Complete before it has its name: after a power cut there is a whole secret or none.
        var draft = PathOf("secrets", $"{name}.{Guid.NewGuid():N}");
        using (var file = new FileStream(draft, Options()))
            file.Write(System.Text.Encoding.ASCII.GetBytes(secret));
        File.Move(draft, path);
        return secret;
    }

    /// <summary>The secret, when it was made before; null else.</summary>
    public string? FindSecret(string name) => File.Exists(PathOf("secrets", name)) ? File.ReadAllText(PathOf("secrets", name)).Trim() : null;

    public void NoteRun(RunNote note)
    {
        // Other commands read it at any moment: they find the whole note or none.
        File.WriteAllText($"{RunFile}.draft", JsonSerializer.Serialize(note));
        File.Move($"{RunFile}.draft", RunFile, overwrite: true);
    }

    public void ForgetRun() => File.Delete(RunFile);

    /// <summary>What runs here, as noted by the process that runs it; null when nothing was noted.</summary>
    /// <exception cref="JsonException">The note was altered.</exception>
    public RunNote? FindRun() => File.Exists(RunFile) ? JsonSerializer.Deserialize<RunNote>(File.ReadAllText(RunFile)) : null;

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}

/// <summary>What other commands need to know of a running suite.</summary>
public sealed record RunNote(int ProcessId, string HttpUrl, string GrpcUrl, bool Demo)
{
    /// <summary>False after a power cut or a kill: the process did not get to take its note away.</summary>
    public bool Lives() => Process.GetProcesses().Any(p => p.Id == ProcessId);
}
