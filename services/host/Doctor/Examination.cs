using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Backoffice.Host.Up;
using Microsoft.Data.Sqlite;

namespace Backoffice.Host.Doctor;

/// <summary>How bad a finding is.</summary>
internal enum Grade
{
    Ok,
    Warn,
    Fail,
}

/// <summary>One finding: what was looked at, and what to do when it is not well.</summary>
internal sealed record Finding(Grade Grade, string What, string Cure = "");

/// <summary>Looks at everything an installation needs, from the ground up.</summary>
internal static class Examination
{
    private const long LittleSpace = 2L << 30;

    public static async IAsyncEnumerable<Finding> OfAsync(Installation installation, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!Directory.Exists(installation.Folder))
        {
            yield return new Finding(Grade.Warn, $"{installation.Folder} does not exist yet", "`backoffice up` makes it; or name another folder with --data.");
            yield break;
        }
        yield return Writable(installation);
        yield return Space(installation);
        foreach (var finding in Secrets(installation))
            yield return finding;
        foreach (var file in Databases(installation))
            yield return await IntactAsync(file, stop);
        await foreach (var finding in RunningAsync(installation, stop))
            yield return finding;
    }

    private static Finding Writable(Installation installation)
    {
        var probe = installation.PathOf($"probe-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding(Grade.Ok, $"{installation.Folder} can be written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding(Grade.Fail, $"{installation.Folder} cannot be written: {e.Message}", "Give the account that runs the suite the right to write there.");
        }
    }

    private static Finding Space(Installation installation)
    {
        var free = new DriveInfo(installation.Folder).AvailableFreeSpace;
        return free < LittleSpace
            ? new Finding(Grade.Warn, $"{free >> 20} MiB are left on the disk", "Make room: a store that cannot grow refuses every change.")
            : new Finding(Grade.Ok, $"{free >> 30} GiB are left on the disk");
    }

    private static IEnumerable<Finding> Secrets(Installation installation)
    {
        var folder = installation.PathOf("secrets");
        if (!Directory.Exists(folder))
            yield break;
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(f) & others) != 0))
            yield return new Finding(Grade.Fail, $"{file} can be read by others", $"chmod 600 {file}");
    }

    private static IEnumerable<string> Databases(Installation installation) => Directory.Exists(installation.PathOf("services"))
        ? Directory.EnumerateFiles(installation.PathOf("services"), "*.db").Order(StringComparer.Ordinal)
        : [];

    private static async Task<Finding> IntactAsync(string file, CancellationToken stop)
    {
        var name = Path.GetFileName(file);
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            return await command.ExecuteScalarAsync(stop) is "ok"
                ? new Finding(Grade.Ok, $"{name} is intact")
                : new Finding(Grade.Fail, $"{name} is damaged", "Stop the suite and restore the file from a backup.");
        }
        catch (SqliteException e)
        {
            return new Finding(Grade.Fail, $"{name} cannot be read: {e.Message}", "Stop the suite and restore the file from a backup.");
        }
    }

    private static async IAsyncEnumerable<Finding> RunningAsync(Installation installation, [EnumeratorCancellation] CancellationToken stop)
    {
        if (installation.FindRun() is not { } run)
        {
            yield return new Finding(Grade.Warn, "nothing runs here", "Start it with `backoffice up`.");
            yield break;
        }
        if (!Process.GetProcesses().Any(p => p.Id == run.ProcessId))
        {
            yield return new Finding(Grade.Fail, $"process {run.ProcessId} has ended without draining", "Start it again with `backoffice up`; nothing that was answered is lost.");
            yield break;
        }
        yield return new Finding(Grade.Ok, $"process {run.ProcessId} runs{(run.Demo ? ", as a demonstration" : "")}");
        if (run.HttpUrl.Length == 0)
            yield break;
        await foreach (var finding in ServicesAsync(new Uri(run.HttpUrl), stop))
            yield return finding;
    }

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
