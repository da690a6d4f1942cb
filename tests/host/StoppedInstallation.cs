using Backoffice.Document.V1;
using Backoffice.Host.Tests;
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

    public StoppedInstallation() => _used = new(UseAsync);

    internal async Task<TrialInstallation> CopyAsync()
    {
        await _used.Value;
        var copy = new TrialInstallation();
        foreach (var file in Directory.EnumerateFiles(_original.Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Data, Path.GetRelativePath(_original.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    public ValueTask DisposeAsync() => _original.DisposeAsync();

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
