using Backoffice.Document.V1;
using Backoffice.Host.Tests.Import;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Host.Tests.Backup;

/// <summary>A working office is backed up, lost, and goes on elsewhere.</summary>
public sealed class BackupTests(StoppedInstallation stopped)
{
    [Theory, EveryDatabase]
    public async Task A_working_office_is_backed_up_as_of_one_moment_and_goes_on_elsewhere(StoreKind kind)
    {
        await using var office = kind == StoreKind.Sqlite ? await stopped.CopyAsync() : new TrialInstallation();
        await using var elsewhere = new TrialInstallation();
        var (store, arguments) = await Backups.StoreAsync(kind);
        var (other, otherArguments) = await Backups.StoreAsync(kind);
        await using (store)
        await using (other)
        {
            var suite = await office.UpAsync(["--demo", .. arguments]);
            var clerk = new IncomingDocumentService.IncomingDocumentServiceClient(await office.AsAsync("clerk"));
            var backups = new Backups(office);
            using var enough = new CancellationTokenSource();
            var registering = RegisterAsync(clerk, enough.Token);
            await Eventually.SameAsync(() => clerk.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest()).ResponseAsync, l => l.TotalSize >= 15);

            var backup = await backups.MakeAsync(arguments);
            await enough.CancelAsync();
            var registered = await registering;
            var drill = await backups.DrillAsync(backup, "drill.json", arguments);
            drill.ExitCode.ShouldBe(0, drill.All);
            (await backups.IsSignedAsync("drill.json")).ShouldBeTrue();
            await suite.KillAsync();

            var restored = await elsewhere.RunAsync(["restore", backup, .. otherArguments]);
            restored.ExitCode.ShouldBe(0, restored.All);
            await elsewhere.UpAsync(["--demo", .. otherArguments]);
            // What was registered before the moment is there, in order; what came after it is not.
            var register = await Register.OfAsync(elsewhere);
            var kept = (await register.ReadAsync()).Reverse().Select(d => d.Title).Where(t => t.StartsWith('第')).ToList();
            kept.Count.ShouldBeInRange(10, registered.Count);
            kept.ShouldBe(registered.Take(kept.Count));
            // Every read model is what the events say, and each service goes on where the others were.
            var check = await elsewhere.RunAsync("events", "check");
            check.ExitCode.ShouldBe(0, check.All);
            var again = new IncomingDocumentService.IncomingDocumentServiceClient(await elsewhere.AsAsync("clerk"));
            await RegisterAsync(again, "恢复以后来的文件");
            var events = await elsewhere.RunAsync("events", "status");
            events.ExitCode.ShouldBe(0, events.All);
        }
    }

    [Fact]
    public async Task An_interrupted_backup_is_none_and_is_cleared_away_by_the_next()
    {
        await using var office = await stopped.CopyAsync();
        var backups = new Backups(office);
        var left = Path.Combine(backups.Folder, "2026-01-01T000000Z.unfinished");
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "half"), "half", TestContext.Current.CancellationToken);

        var restored = await office.RunAsync("restore", left);
        restored.ExitCode.ShouldBe(1, restored.All);
        restored.Errors.ShouldContain("is no finished backup");
        await backups.MakeAsync();
        Directory.Exists(left).ShouldBeFalse();
    }

    private static async Task<List<string>> RegisterAsync(IncomingDocumentService.IncomingDocumentServiceClient clerk, CancellationToken enough)
    {
        var titles = new List<string>();
        for (var i = 1; !enough.IsCancellationRequested; i++)
        {
            await RegisterAsync(clerk, $"第{i}件来文");
            titles.Add($"第{i}件来文");
        }
        return titles;
    }

    private static Task RegisterAsync(IncomingDocumentService.IncomingDocumentServiceClient clerk, string title) => clerk.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest
    {
        IncomingDocument = new IncomingDocument { Title = title, Issuer = "江州市人民政府办公室", DocumentNumber = "", Body = title },
        RequestId = Guid.NewGuid().ToString(),
    }).ResponseAsync;
}
