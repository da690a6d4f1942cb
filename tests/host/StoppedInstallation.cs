using Backoffice.Document.V1;
using Backoffice.Host.Tests;
using Backoffice.Host.Tests.Backup;
using Backoffice.Host.Tests.Import;
using Google.Protobuf;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(StoppedInstallation))]

namespace Backoffice.Host.Tests;

/// <summary>A demonstration that was used and stopped, made when first asked for; each test works on a copy.</summary>
public sealed class StoppedInstallation : IAsyncDisposable
{
    private readonly TrialInstallation _original = new();
    private readonly Lazy<Task> _used;
    private readonly Lazy<Task> _backedUp;
    private readonly Lazy<Task<RestartedInstallation>> _restarted;

    public StoppedInstallation() => (_used, _backedUp, _restarted) = (new(UseAsync), new(BackUpAsync), new(async () => await RestartedInstallation.StartAsync(await CopyAsync())));

    internal async Task<TrialInstallation> CopyAsync()
    {
        await _used.Value;
        var copy = new TrialInstallation();
        Copy(_original.Data, copy.Data);
        return copy;
    }

    /// <summary>A copy that has a backup, which is made once for all copies.</summary>
    internal async Task<TrialInstallation> CopyWithBackupAsync()
    {
        await _backedUp.Value;
        var copy = await CopyAsync();
        Copy(new Backups(_original).Folder, new Backups(copy).Folder);
        return copy;
    }

    /// <summary>The one copy that was started again, for all tests that do not end it.</summary>
    internal Task<RestartedInstallation> RestartedAsync() => _restarted.Value;

    public async ValueTask DisposeAsync()
    {
        await _original.DisposeAsync();
        if (_restarted is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _restarted.Value).DisposeAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private async Task BackUpAsync()
    {
        await _used.Value;
        await new Backups(_original).MakeAsync();
    }

    private async Task UseAsync()
    {
        var suite = await _original.UpAsync("--demo");
        await _original.RunAsync("import", "documents", ImportFile.Write(_original, "kept", 3, "重启以后"));
        var clerk = await _original.AsAsync("clerk");
        var document = (await new Register(clerk).ReadAsync())[0];
        var attachments = new AttachmentService.AttachmentServiceClient(clerk);
        foreach (var text in new[] { "附件一", "附件二" })
            await attachments.AddAttachmentAsync(new AddAttachmentRequest { Parent = document.Name, FileName = $"{text}.txt", Content = ByteString.CopyFromUtf8(text) });
        var stopped = await suite.TerminateAsync();
        stopped.ExitCode.ShouldBe(0, stopped.All);
        stopped.Errors.ShouldBeEmpty();
    }
}
