using System.Collections.Concurrent;
using System.Diagnostics;
using Backoffice.Deploy.Tests.Chart;
using Backoffice.Testing;
using k8s.Models;

namespace Backoffice.Deploy.Tests.Programs;

/// <summary>
/// The process of a rendered container: its command with its environment. Only what a pod has to itself is replaced: the secrets,
/// the files that are mounted, and the ports, each by a free one of this machine.
/// </summary>
internal sealed class RenderedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Dictionary<int, int> _ports = [];
    private readonly ConcurrentQueue<string> _said = new();
    private readonly V1Container _container;
    private readonly Process _process;

    private RenderedProcess(V1Container container, Func<string, string, string> secret, string folder)
    {
        _container = container;
        // The environment has the programs beside this test as the image has them in its folder.
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, container.Command[0]), container.Command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in container.Env)
            start.Environment[variable.Name] = variable.Value is { } value ? Here(value, folder) : secret(variable.ValueFrom.SecretKeyRef.Name, variable.ValueFrom.SecretKeyRef.Key);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts the container of a deployment and waits until its start-up probe succeeds.</summary>
    public static async Task<RenderedProcess> StartAsync(string installation, string service, Func<string, string, string> secret, string folder)
    {
        var container = Manifest.All<V1Deployment>(installation).Single(d => d.Metadata.Name == $"backoffice-{service}").Spec.Template.Spec.Containers.Single();
        var process = new RenderedProcess(container, secret, folder);
        await process.AnswersAsync(container.StartupProbe);
        return process;
    }

    /// <summary>Where a port of the container, by its name, is on this machine.</summary>
    public int PortOf(string name) => _ports[_container.Ports.Single(p => p.Name == name).ContainerPort];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(V1Probe probe)
    {
        using var http = new HttpClient();
        var address = new Uri($"http://127.0.0.1:{PortOf(probe.HttpGet.Port.Value)}{probe.HttpGet.Path}");
        try
        {
            await Eventually.TrueAsync(async () => _process.HasExited || await SucceedsAsync(http, address), Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{_container.Name} does not answer at {address}:\n{string.Join('\n', _said.TakeLast(40))}");
        }
        if (_process.HasExited)
            throw new InvalidOperationException($"{_container.Name} ended:\n{string.Join('\n', _said.TakeLast(40))}");
    }

    private static async Task<bool> SucceedsAsync(HttpClient http, Uri address)
    {
        try
        {
            return (await http.GetAsync(address)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private string Here(string value, string folder)
    {
        if (value.StartsWith('/'))
            return Path.Combine(folder, value.TrimStart('/').Replace('/', '-'));
        if (!value.StartsWith("http://0.0.0.0:", StringComparison.Ordinal))
            return value;
        var port = new Uri(value).Port;
        _ports[port] = FreePort.Find();
        return $"http://127.0.0.1:{_ports[port]}";
    }
}
