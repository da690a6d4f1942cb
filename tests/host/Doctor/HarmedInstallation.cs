using System.Net;
using System.Net.Sockets;
using Backoffice.Testing;

namespace Backoffice.Host.Tests.Doctor;

/// <summary>An installation at rest in which everything is broken at once that can be, and what one examination says of it.</summary>
public sealed class HarmedInstallation(StoppedInstallation stopped) : IAsyncDisposable
{
    private Task<IReadOnlyList<string>>? _findings;
    private TrialInstallation? _installation;

    /// <summary>Windows has no file modes, so that nobody can be let in.</summary>
    internal static int Harms => OperatingSystem.IsWindows() ? 9 : 10;

    internal string MissingFile { get; private set; } = "";

    internal string AlteredFile { get; private set; } = "";

    internal int TakenPort => _installation!.GrpcPort;

    /// <summary>The failures that the doctor finds, each with its cure. Facts of a class come one after the other.</summary>
    internal Task<IReadOnlyList<string>> FindingsAsync() => _findings ??= HarmAsync();

    internal static Task<Ended> ExamineAsync(TrialInstallation installation) =>
        installation.RunAsync("doctor", "--http", $"{installation.HttpPort}", "--grpc", $"{installation.GrpcPort}");

    /// <summary>The failures in what the doctor said, each with the line that tells the cure.</summary>
    internal static IReadOnlyList<string> FailuresOf(Ended ended)
    {
        if (ended.ExitCode != 1 || ended.Errors.Length > 0)
            throw new InvalidOperationException($"The doctor found nothing or did not examine: {ended.All}");
        return $"\n{ended.Output}".Split("\nfail ")[1..];
    }

    internal static void DamageDatabase(TrialInstallation installation)
    {
        using var file = File.OpenWrite(Path.Combine(installation.Data, "services", "archive.db"));
        file.Write(new byte[200]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_installation is not null)
            await _installation.DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> HarmAsync()
    {
        var installation = _installation = await stopped.CopyAsync();
        installation.Alter("document", "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET account = 'somebody-else' WHERE sequence = 1");
        installation.Alter("coordination", "DROP TRIGGER audit_entries_no_delete; DELETE FROM audit_entries WHERE sequence = 2");
        var services = Path.Combine(installation.Data, "services");
        var blobs = Directory.GetFiles(Path.Combine(services, "blobs"), "*", SearchOption.AllDirectories);
        (MissingFile, AlteredFile) = (blobs[0], blobs[1]);
        File.Delete(MissingFile);
        await File.AppendAllTextAsync(AlteredFile, "!");
        DamageDatabase(installation);
        await File.WriteAllTextAsync(Path.Combine(services, "identity-keys.pem"), "not a certificate");
        await File.WriteAllTextAsync(Path.Combine(installation.Data, "secrets", "demo"), "");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(installation.Data, "secrets", "web-client"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await File.WriteAllTextAsync(Path.Combine(installation.Data, "run.json"), "{");
        using var somebody = new TcpListener(IPAddress.Loopback, TakenPort);
        somebody.Start();
        return FailuresOf(await ExamineAsync(installation));
    }
}
