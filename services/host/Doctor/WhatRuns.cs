using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Backoffice.Host.Up;

namespace Backoffice.Host.Doctor;

/// <summary>Looks at the suite that runs in an installation, or at what would keep it from running.</summary>
internal static class WhatRuns
{
    public static async IAsyncEnumerable<Finding> InAsync(Installation installation, IReadOnlyList<int> ports, [EnumeratorCancellation] CancellationToken stop)
    {
        var (run, problem) = NoteOf(installation);
        if (problem is not null)
            yield return problem;
        if (run is null || !run.Lives())
        {
            foreach (var port in ports)
                yield return Free(port);
            yield break;
        }
        yield return new Finding(Grade.Ok, $"process {run.ProcessId} runs{(run.Demo ? ", as a demonstration" : "")}");
        if (run.HttpUrl.Length == 0)
            yield break;
        await foreach (var finding in ServicesAsync(new Uri(run.HttpUrl), stop))
            yield return finding;
    }

    private static (RunNote? Run, Finding? Problem) NoteOf(Installation installation)
    {
        try
        {
            return installation.FindRun() switch
            {
                null => (null, new Finding(Grade.Warn, "nothing runs here", "Start it with `backoffice up`.")),
                var run when !run.Lives() => (run, new Finding(Grade.Fail, $"process {run.ProcessId} has ended without draining", "Start it again with `backoffice up`; nothing that was answered is lost.")),
                var run => (run, null),
            };
        }
        catch (JsonException e)
        {
            return (null, new Finding(Grade.Fail, $"{installation.RunFile} cannot be read: {e.Message}", "Stop the suite, delete the file, and start the suite again."));
        }
    }

    private static Finding Free(int port) => LocalPort.IsFree(new(IPAddress.Loopback, port))
        ? new Finding(Grade.Ok, $"port {port} is free")
        : new Finding(Grade.Fail, $"port {port} is taken", "Stop what listens there, or choose other ports with --http and --grpc.");

    private static async IAsyncEnumerable<Finding> ServicesAsync(Uri gateway, [EnumeratorCancellation] CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = gateway, Timeout = TimeSpan.FromSeconds(10) };
        var (status, problem) = await StatusAsync(http, stop);
        if (status is null)
        {
            yield return new Finding(Grade.Fail, $"the gateway at {gateway} does not answer: {problem}", "Look at the suite's log; stop it and start it again.");
            yield break;
        }
        yield return new Finding(Grade.Ok, $"the gateway answers at {gateway}");
        foreach (var service in status.Services)
            yield return service.Ready
                ? new Finding(Grade.Ok, $"{service.Service} is ready ({service.Milliseconds} ms)")
                : new Finding(Grade.Fail, $"{service.Service} is not ready", $"Look for {service.Service} in the suite's log.");
    }

    private static async Task<(StatusAnswer? Status, string Problem)> StatusAsync(HttpClient http, CancellationToken stop)
    {
        try
        {
            using var response = await http.GetAsync("status", stop);
            return (await response.Content.ReadFromJsonAsync<StatusAnswer>(stop), "");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException)
        {
            return (null, e.Message);
        }
    }

    private sealed record StatusAnswer(bool Ready, IReadOnlyList<StatusOfService> Services);

    private sealed record StatusOfService(string Service, bool Ready, double Milliseconds);
}
