using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Backoffice.Host.Up;

namespace Backoffice.Host.Import;

/// <summary>How far a run has come: in the file, and in the report of what was refused.</summary>
internal sealed record ImportProgress(long Bytes, long ReportBytes);

/// <summary>How far a file has been imported, kept in the installation. A file that changed is another file.</summary>
internal sealed class ImportMark
{
    private static readonly ImportProgress Beginning = new(0, 0);

    private readonly string _path;

    public ImportMark(Installation installation, FileInfo file)
    {
        var identity = $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}";
        _path = installation.PathOf("imports", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32]);
    }

    public ImportProgress Read() =>
        File.Exists(_path) && File.ReadAllText(_path).Split(' ') is [var bytes, var report]
            && long.TryParse(bytes, CultureInfo.InvariantCulture, out var done) && long.TryParse(report, CultureInfo.InvariantCulture, out var reported)
            ? new ImportProgress(done, reported)
            : Beginning;

    public void Write(ImportProgress progress)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        // Aside first: a half-written mark would name a place that was never reached.
        File.WriteAllText($"{_path}.draft", string.Create(CultureInfo.InvariantCulture, $"{progress.Bytes} {progress.ReportBytes}"));
        File.Move($"{_path}.draft", _path, overwrite: true);
    }

    /// <summary>The file is done: a further run goes through it again, and finds everything there.</summary>
    public void Clear() => File.Delete(_path);
}
