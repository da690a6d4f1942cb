using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Backoffice.Platform.Hosting;

namespace Backoffice.Testing;

/// <summary>One service in a process of its own, as Kubernetes runs it. It may be killed, and started again at the same address.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    // A service that starts beside all others on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly ProcessStartInfo _start;
    private readonly Uri _ops = new($"http://127.0.0.1:{FreePort.Find()}");
    private readonly ConcurrentQueue<string> _said = new();
    private Process _process;

    private ServiceProcess(ServiceModule module, IReadOnlyDictionary<string, string?> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, $"Backoffice.{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(module.Name)}");
        _start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
            _start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _start.Environment["Backoffice__GrpcUrl"] = Address.ToString();
        _start.Environment["Backoffice__OpsUrl"] = _ops.ToString();
        _process = Run();
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>True from when it said so until it is killed; calls are sent to it only then, as Kubernetes does.</summary>
    public bool IsReady { get; private set; }

    /// <summary>What it holds of the machine's memory now.</summary>
    public double MebibytesOfMemory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    public static async Task<ServiceProcess> StartAsync(ServiceModule module, IReadOnlyDictionary<string, string?> settings)
    {
        var service = new ServiceProcess(module, settings);
        await service.ReadyAsync();
        return service;
    }

    /// <summary>Ends it as a power cut would, whatever it is doing.</summary>
    public async Task KillAsync()
    {
        IsReady = false;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>
    /// Stops it in the middle of whatever it does, locks in its hand, and lets it go on after a while as if nothing had been: what
    /// a host short of memory does to a machine it moves. It stays in the list of those that are called.
    /// </summary>
    public async Task FreezeAsync(TimeSpan time, CancellationToken stop)
    {
        await SignalAsync("STOP");
        try
        {
            await Task.Delay(time, stop);
        }
        finally
        {
            await SignalAsync("CONT");
        }
    }

    /// <summary>Starts it again, and waits until it answers.</summary>
    public Task RestartAsync()
    {
        _process = Run();
        return ReadyAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task SignalAsync(string signal)
    {
        if ((await SystemCommand.RunAsync("kill", $"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture))).ExitCode != 0)
            throw new InvalidOperationException($"Signal {signal} did not reach {_start.FileName}.");
    }

    private Process Run()
    {
        var process = new Process { StartInfo = _start };
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient();
        try
        {
            await Eventually.TrueAsync(async () => !_process.HasExited && await SaysReadyAsync(http), Patience);
            IsReady = true;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{_start.FileName} does not answer:\n{string.Join('\n', _said.TakeLast(40))}");
        }
    }

    private async Task<bool> SaysReadyAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri(_ops, "/readyz"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }
}
