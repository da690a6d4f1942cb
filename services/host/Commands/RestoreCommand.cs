using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using Backoffice.Host.Backup;
using Backoffice.Host.Doctor;
using Backoffice.Host.Up;
using Backoffice.Platform.Storage;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice restore`: makes an installation out of a backup, or only tries whether that would succeed.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> From = new("backup") { Description = "Folder of one backup." };
    private static readonly Option<bool> DrillOnly = new("--drill") { Description = "Restore into scratch, compare everything, write a signed report, and remove the scratch." };
    private static readonly Option<string> Report = new("--report") { Description = "Where the drill's report goes; default is drill-TIME.json in the current folder.", DefaultValueFactory = _ => "" };

    public static Command Create()
    {
        var command = new Command("restore", "Make an installation out of a backup.") { From, DrillOnly, Report, Shared.Data, Shared.Postgres };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        try
        {
            var restore = await RestoreRun.OpenAsync(arguments.GetValue(From)!, stop);
            var postgres = arguments.GetValue(Shared.Postgres)!;
            if ((restore.Manifest.Store == StoreKind.Postgres) != (postgres.Length > 0))
                return Shared.Fail(postgres.Length > 0 ? "The backup's records are SQLite files; --postgres does not belong to it." : "The backup's records are of PostgreSQL; name a database with --postgres.");
            var installation = new Installation(arguments.GetValue(Shared.Data)!);
            return arguments.GetValue(DrillOnly)
                ? await DrillAsync(restore, installation, postgres, arguments.GetValue(Report)!, stop)
                : await RestoreAsync(restore, installation, postgres, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Shared.Fail("Interrupted: nothing was restored.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or DamagedException)
        {
            return Shared.Fail($"Nothing was restored: {e.Message}");
        }
    }

    private static async Task<int> RestoreAsync(RestoreRun restore, Installation installation, string postgres, CancellationToken stop)
    {
        if (Directory.Exists(installation.Folder) && Directory.EnumerateFileSystemEntries(installation.Folder).Any())
            return Shared.Fail($"{installation.Folder} is not empty. Move it away, or name another folder with --data: a restore overwrites nothing.");
        await ShowAsync(restore, installation.Folder, Shared.RecordsOf(installation, postgres), stop);
        Console.WriteLine($"{installation.Folder} holds the records of {restore.Manifest.Time:O}. `backoffice doctor` examines them; `backoffice up` starts the suite.");
        if (postgres.Length > 0)
            Console.WriteLine("Start it with an empty Redis: what an old one remembers is of another time.");
        return 0;
    }

    private static async Task<int> DrillAsync(RestoreRun restore, Installation installation, string postgres, string report, CancellationToken stop)
    {
        var scratch = Directory.CreateTempSubdirectory("backoffice-drill-").FullName;
        try
        {
            await using var database = postgres.Length > 0 ? await PostgresScratch.CreateAsync(postgres, stop) : null;
            var place = Path.Combine(scratch, "installation");
            var records = Shared.RecordsOf(new Installation(place), database?.ConnectionText ?? "");
            var began = Stopwatch.GetTimestamp();
            await ShowAsync(restore, place, records, stop);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var findings = await Drill.CompareAsync(restore.Manifest, records, place, stop).ToListAsync(stop);
            return await ReportAsync(restore, installation, report, seconds, findings, stop);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<int> ReportAsync(RestoreRun restore, Installation installation, string report, double seconds, List<Finding> findings, CancellationToken stop)
    {
        foreach (var finding in findings)
            Console.WriteLine($"{finding.Grade.ToString().ToLowerInvariant(),-5} {finding.What}");
        var now = TimeProvider.System.GetUtcNow();
        var path = Path.GetFullPath(report.Length > 0 ? report : $"drill-{now.UtcDateTime:yyyy-MM-dd'T'HHmmss'Z'}.json");
        var passed = findings.All(f => f.Grade == Grade.Ok);
        await new DrillReport(restore.Backup, restore.Manifest.Time, now, Math.Round(seconds, 1), restore.Manifest.Bytes(), passed, findings).SaveAsync(path, installation, stop);
        Console.WriteLine($"{(passed ? "The backup can be relied on" : "The backup is not what it was")}; the report is {path}.");
        return passed ? 0 : 2;
    }

    private static Task ShowAsync(RestoreRun restore, string place, IRecords records, CancellationToken stop) => ByteProgress.ShowAsync(async begun =>
    {
        await restore.ToAsync(place, records, begun("restoring", restore.Manifest.Bytes()), stop);
        return true;
    });
}
