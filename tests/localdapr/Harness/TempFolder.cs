namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>A folder of one case.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("localdapr-case-").FullName;

    public static TempFolder With(string yaml)
    {
        var folder = new TempFolder();
        folder.Write("resources.yaml", yaml);
        return folder;
    }

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
