using Shouldly;

namespace Backoffice.Testing;

/// <summary>
/// Holds what is generated against the file that people read. `BACKOFFICE_ACCEPT=1` writes the file instead; read the
/// difference before you commit it.
/// </summary>
public static class Snapshot
{
    public static void Match(string relativePath, string generated)
    {
        var path = RepositoryFiles.Path(relativePath);
        if (Environment.GetEnvironmentVariable("BACKOFFICE_ACCEPT") == "1")
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }
        File.Exists(path).ShouldBeTrue($"{relativePath} does not exist; run `make gen`.");
        File.ReadAllText(path).ShouldBe(generated, $"{relativePath} is not what is generated now; run `make gen` and read the difference.");
    }
}
