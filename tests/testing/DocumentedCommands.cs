using System.Text.RegularExpressions;

namespace Backoffice.Testing;

/// <summary>Commands as an operator's page has them, run by the shell.</summary>
public static class DocumentedCommands
{
    /// <summary>The block of commands that the page marks by a word, e.g. ```sh secrets.</summary>
    public static string Block(string page, string mark) =>
        Regex.Match(File.ReadAllText(RepositoryFiles.Path($"docs/operations/{page}")), $"```sh {mark}\n(.*?)```", RegexOptions.Singleline) is { Success: true } block
            ? block.Groups[1].Value
            : throw new InvalidOperationException($"docs/operations/{page} has no block `sh {mark}`.");

    /// <summary>Runs a block in a folder; the first command that fails ends it.</summary>
    public static Task<Ended> RunAsync(string commands, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new System.Diagnostics.ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands]) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return SystemCommand.RunAsync(start);
    }
}
