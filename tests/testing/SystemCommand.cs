using System.Diagnostics;

namespace Backoffice.Testing;

/// <summary>How a command ended.</summary>
public sealed record Ended(int ExitCode, string Output, string Errors)
{
    /// <summary>Both streams, for whoever reads a failed test.</summary>
    public string All => $"exit code {ExitCode}\n{Output}{Errors}";
}

/// <summary>Commands of the system that a test runs to their end.</summary>
public static class SystemCommand
{
    // Far longer than anything takes: a command that hangs is to fail.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The file on PATH; null where the system has none.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    public static Task<Ended> RunAsync(string program, params IEnumerable<string> arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    public static async Task<Ended> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} still ran after {Patience}.");
        }
    }
}
