using Backoffice.Host.Up;

namespace Backoffice.Host.Backup;

/// <summary>The files of an installation that are backed up as they are: keys, secrets, marks of imports. What can be made anew is not among them.</summary>
internal static class KeptFiles
{
    private static readonly string[] MadeAnew = ["lock", "run.json", "run.json.draft"];
    private static readonly string[] FoldersMadeAnew = ["redis", "topics"];

    /// <summary>Their paths within the installation, with slashes.</summary>
    public static IReadOnlyList<string> Of(Installation installation) => [.. Directory
        .EnumerateFiles(installation.Folder, "*", SearchOption.AllDirectories)
        .Select(p => Path.GetRelativePath(installation.Folder, p).Replace('\\', '/'))
        .Where(p => !IsMadeAnew(p) && !IsCopiedOtherwise(p))
        .Order(StringComparer.Ordinal)];

    /// <summary>Whether a path stays inside the folder that it is to be restored to.</summary>
    public static bool IsWithin(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && path.Split('/').All(p => p is not ("" or "." or ".."));

    private static bool IsMadeAnew(string path) =>
        MadeAnew.Contains(path) || FoldersMadeAnew.Any(f => path.StartsWith($"{f}/", StringComparison.Ordinal)) || path.StartsWith("probe-", StringComparison.Ordinal);

    /// <summary>Databases are copied as of one moment, and documents' files once for all backups.</summary>
    private static bool IsCopiedOtherwise(string path) =>
        path.StartsWith("services/blobs/", StringComparison.Ordinal) || (path.StartsWith("services/", StringComparison.Ordinal) && Path.GetFileName(path).Contains(".db", StringComparison.Ordinal));
}
