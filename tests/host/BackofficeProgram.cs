using System.Diagnostics;
using System.Text;
using Backoffice.Testing;

namespace Backoffice.Host.Tests;

/// <summary>The program as its user has it: the executable that was built, as a process of its own.</summary>
internal sealed class BackofficeProgram : IAsyncDisposable
{
    // Far longer than anything takes: a run that hangs is to fail with what it said until then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private bool _disposed;

    private BackofficeProgram(Process process) => _process = process;

    public string Output => TextOf(_output);

    public static BackofficeProgram Start(string folder, params IEnumerable<string> arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    public static BackofficeProgram Start(string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "backoffice"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What whoever runs the tests has set for an installation of theirs does not concern this one.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("BACKOFFICE_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var program = new BackofficeProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => Append(program._output, line.Data);
        program._process.ErrorDataReceived += (_, line) => Append(program._errors, line.Data);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    public static async Task<Ended> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        await using var program = Start(folder, arguments);
        return await program.EndAsync();
    }

    /// <summary>Waits for a line that begins with this, and returns it.</summary>
    public async Task<string> SaysAsync(string beginning)
    {
        var lines = await Eventually.SameAsync(
            () => Task.FromResult(Output.Split('\n')),
            lines => _process.HasExited || lines.Any(l => l.StartsWith(beginning, StringComparison.Ordinal)),
            Patience);
        return lines.FirstOrDefault(l => l.StartsWith(beginning, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"It ended without saying {beginning}: {(await EndAsync()).All}");
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<Ended> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It still runs after {Patience.TotalSeconds:0} s.\n{Output}{TextOf(_errors)}");
        }
        return new Ended(_process.ExitCode, Output, TextOf(_errors));
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task<Ended> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>Ends it as a power cut would: it does not get to do anything about it.</summary>
    public Task<Ended> KillAsync()
    {
        _process.Kill();
        return EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // By the test that ends it early, and by its installation.
        if (_disposed)
            return;
        _disposed = true;
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.Append(line).Append('\n');
    }

    private static string TextOf(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
