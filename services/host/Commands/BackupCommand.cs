using System.CommandLine;
using System.Data.Common;
using Backoffice.Host.Backup;
using Backoffice.Host.Up;
using Spectre.Console;

namespace Backoffice.Host.Commands;

/// <summary>`backoffice backup`: copies everything an installation cannot make anew, running or not.</summary>
internal static class BackupCommand
{
    private static readonly Option<string> To = new("--to") { Description = "Folder of backups; each gets a folder of its own in it.", Required = true };
    private static readonly Option<int> Keep = new("--keep") { Description = "Remove all but this many of the newest backups afterwards; 0 keeps all.", DefaultValueFactory = _ => 0 };

    public static Command Create()
    {
        Keep.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetValueOrDefault<int>() < 0)
                result.AddError("--keep takes a number of backups, or 0 for all.");
        });
        var command = new Command("backup", "Copy everything that cannot be made anew; the suite may run meanwhile.") { To, Keep, Shared.Data, Shared.Postgres };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var installation = new Installation(arguments.GetValue(Shared.Data)!);
        var folder = new BackupFolder(arguments.GetValue(To)!);
        if (!Directory.Exists(installation.Folder))
            return Shared.Fail($"{installation.Folder} does not exist; name the folder of an installation with --data.");
        if ($"{folder.Folder}/".StartsWith($"{installation.Folder}/", StringComparison.Ordinal))
            return Shared.Fail("--to names a folder inside the installation: what destroys the one would destroy the other.");
        var records = Shared.RecordsOf(installation, arguments.GetValue(Shared.Postgres)!);
        try
        {
            var (path, manifest) = await ByteProgress.ShowAsync(begun => new BackupRun(installation, records, folder).MakeAsync(TimeProvider.System.GetUtcNow(), begun, stop));
            Console.WriteLine($"{path}: {manifest.Stores.Count} stores, {manifest.Files.Count} files of their own, {manifest.BlobCount} documents' files, {manifest.Bytes() >> 20} MiB.");
            if (arguments.GetValue(Keep) is > 0 and var keep && await folder.KeepNewestAsync(keep, stop) is > 0 and var removed)
                Console.WriteLine($"{removed} older backup(s) removed.");
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Shared.Fail("Interrupted: what was begun is no backup. Run the command again; files that were copied are not copied twice.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or DamagedException)
        {
            return Shared.Fail($"No backup was made: {e.Message}");
        }
    }
}
