using System.Diagnostics;
using System.Globalization;
using Backoffice.Testing;

namespace Backoffice.Deploy.Tests;

/// <summary>One service alone in a process of its own, without Dapr: it never becomes ready, and answers all the same.</summary>
internal sealed class AloneService : IAsyncDisposable
{
    // Whole processes start beside all others on a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;

    private AloneService(ProcessStartInfo start)
    {
        start.Environment["Backoffice__GrpcUrl"] = Rpcs.ToString();
        start.Environment["Backoffice__OpsUrl"] = Ops.ToString();
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        // Read, so that it is never held up by what nobody takes.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Rpcs { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    public Uri Ops { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    public static Task<AloneService> StartAsync(string service, IReadOnlyDictionary<string, string?> settings, string? folder = null)
    {
        folder ??= AppContext.BaseDirectory;
        var program = Path.Combine(folder, $"Backoffice.{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(service)}");
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder };
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new AloneService(start).AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<AloneService> AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Ops };
        await Eventually.TrueAsync(() => IsThereAsync(http), Patience);
        return this;
    }

    private static async Task<bool> IsThereAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }
}
