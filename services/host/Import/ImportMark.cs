using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Backoffice.Host.Up;

namespace Backoffice.Host.Import;

/// <summary>How far a file has been imported, kept in the installation. A file that changed is another file.</summary>
internal sealed class ImportMark
{
    private readonly string _path;

    public ImportMark(Installation installation, FileInfo file)
    {
        var identity = $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}";
        _path = installation.PathOf("imports", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..32]);
    }

    public long Read() => File.Exists(_path) && long.TryParse(File.ReadAllText(_path), CultureInfo.InvariantCulture, out var done) ? done : 0;

    public void Write(long done)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllText(_path, done.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The file is done: a further run goes through it again, and finds everything there.</summary>
    public void Clear() => File.Delete(_path);
}
