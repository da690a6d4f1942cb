using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Backoffice.Host.Up;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Doctor;

/// <summary>Each thing the doctor examines, broken in turn: it is found, and the cure is said.</summary>
public sealed class HarmTests(StoppedInstallation stopped)
{
    [Fact]
    public async Task Unharmed_it_is_well()
    {
        await using var installation = await stopped.CopyAsync();
        var ended = await ExamineAsync(installation);
        ended.ExitCode.ShouldBe(0, ended.All);
        ended.Output.ShouldContain("ok    document: 2 files are there and unaltered");
        ended.Output.ShouldContain($"ok    port {installation.HttpPort} is free");
        ended.Output.ShouldContain("warn  nothing runs here\n      → Start it with `backoffice up`.");
    }

    [Fact]
    public Task Altered_and_removed_audit_entries_are_found() => FoundAsync(
        i =>
        {
            i.Alter("document", "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET account = 'somebody-else' WHERE sequence = 1");
            i.Alter("coordination", "DROP TRIGGER audit_entries_no_delete; DELETE FROM audit_entries WHERE sequence = 2");
        },
        ("document: its audit trail was tampered with: Entry 1 was altered.", "Tell the security auditor"),
        ("coordination: its audit trail was tampered with: Entry 2 is missing.", "Tell the security auditor"));

    [Fact]
    public async Task Missing_and_altered_files_are_found()
    {
        await using var installation = await stopped.CopyAsync();
        var blobs = Directory.GetFiles(Path.Combine(installation.Data, "services", "blobs"), "*", SearchOption.AllDirectories);
        File.Delete(blobs[0]);
        File.AppendAllText(blobs[1], "!");
        Found(await ExamineAsync(installation), ($"{blobs[0]} is missing", "Restore it from a backup"), ($"{blobs[1]} was altered", "Restore it from a backup"));
    }

    [Fact]
    public Task A_damaged_database_and_damaged_keys_are_found() => FoundAsync(
        i =>
        {
            Damage(i);
            File.WriteAllText(Path.Combine(i.Data, "services", "identity-keys.pem"), "not a certificate");
        },
        ("archive.db cannot be read", "restore the file from a backup"),
        ("identity-keys.pem cannot be read", "Restore the file from a backup"));

    [Fact]
    public Task Secrets_that_are_empty_or_that_others_can_read_are_found() => FoundAsync(
        i =>
        {
            File.WriteAllText(Path.Combine(i.Data, "secrets", "demo"), "");
            LetOthersRead(Path.Combine(i.Data, "secrets", "web-client"));
        },
        ("demo is empty", "restore the file from a backup"),
        ("web-client can be read by others", "chmod 600"));

    [Fact]
    public async Task A_note_that_cannot_be_read_and_a_port_in_use_are_found()
    {
        await using var installation = await stopped.CopyAsync();
        File.WriteAllText(Path.Combine(installation.Data, "run.json"), "{");
        using var somebody = new TcpListener(IPAddress.Loopback, installation.GrpcPort);
        somebody.Start();
        Found(await ExamineAsync(installation), ("run.json cannot be read", "delete the file"), ($"port {installation.GrpcPort} is taken", "--http and --grpc"));
    }

    [Fact]
    public Task A_process_that_did_not_drain_is_found() => FoundAsync(
        i => Note(i, new RunNote(int.MaxValue, i.HttpUrl, i.GrpcUrl, Demo: true)), ("has ended without draining", "Start it again"));

    [Fact]
    public Task A_gateway_that_does_not_answer_is_found() => FoundAsync(
        i => Note(i, new RunNote(Environment.ProcessId, i.HttpUrl, i.GrpcUrl, Demo: true)), ("does not answer", "stop it and start it again"));

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_found()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "this system has no folder that nobody can write");
        Found(await BackofficeProgram.RunAsync("/", "doctor", "--data", "/proc", "--http", $"{FreePort.Find()}", "--grpc", $"{FreePort.Find()}"), ("/proc cannot be written", "the right to write there"));
    }

    [Fact]
    public async Task A_suite_on_a_damaged_database_says_so_instead_of_starting()
    {
        await using var installation = await stopped.CopyAsync();
        Damage(installation);
        var ended = await installation.UpEndsAsync("--demo");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("`backoffice doctor` looks for the cause.");
        ended.Errors.ShouldNotContain("   at ");
    }

    private async Task FoundAsync(Action<TrialInstallation> harm, params (string Finding, string Cure)[] expected)
    {
        await using var installation = await stopped.CopyAsync();
        harm(installation);
        Found(await ExamineAsync(installation), expected);
    }

    /// <summary>These are the failures, each with its cure, and there is no other.</summary>
    private static void Found(Ended ended, params (string Finding, string Cure)[] expected)
    {
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBeEmpty();
        var findings = $"\n{ended.Output}".Split("\nfail ")[1..];
        findings.Length.ShouldBe(expected.Length, ended.All);
        foreach (var (finding, cure) in expected)
            findings.ShouldContain(f => f.Contains(finding) && f.Split('\n')[1].Contains(cure), ended.All);
    }

    private static Task<Ended> ExamineAsync(TrialInstallation installation) =>
        installation.RunAsync("doctor", "--http", $"{installation.HttpPort}", "--grpc", $"{installation.GrpcPort}");

    private static void Damage(TrialInstallation installation)
    {
        using var file = File.OpenWrite(Path.Combine(installation.Data, "services", "archive.db"));
        file.Write(new byte[200]);
    }

    private static void LetOthersRead(string path)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes");
        else
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
    }

    private static void Note(TrialInstallation installation, RunNote note) => File.WriteAllText(Path.Combine(installation.Data, "run.json"), JsonSerializer.Serialize(note));
}
