using System.Diagnostics;

namespace Backoffice.Bench.Running;

/// <summary>A program in a process of its own, so that its start, its memory and its processor time can be told from ours.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public double MicrosecondsOfCpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMicroseconds;
        }
    }

    public double MebibytesOfMemory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Files, sockets and the like that it has open; Linux only.</summary>
    public int Handles => Directory.GetFileSystemEntries($"/proc/{_process.Id}/fd").Length;

    /// <summary>Starts a program that lies beside this one.</summary>
    public static Child Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // All contenders collect garbage alike, as the host does.
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Child(process);
    }

    /// <summary>Calls until a call is answered; the seconds from the start of the process until then.</summary>
    public async Task<double> AnswersAsync(Func<Task> call)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            try
            {
                await call();
                return _watch.Elapsed.TotalSeconds;
            }
            catch (Exception e) when (e is Grpc.Core.RpcException or HttpRequestException && _watch.Elapsed < Patience && !_process.HasExited)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
