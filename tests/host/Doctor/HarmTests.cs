using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Backoffice.Host.Up;
using Microsoft.Data.Sqlite;
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
        ended.Output.ShouldContain("ok    document: 1 files are there and unaltered");
        ended.Output.ShouldContain($"ok    port {installation.HttpPort} is free");
        ended.Output.ShouldContain("warn  nothing runs here\n      → Start it with `backoffice up`.");
    }

    [Fact]
    public Task An_altered_audit_entry_is_found() => FoundAsync(
        i => Alter(i, "document", "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET account = 'somebody-else' WHERE sequence = 1"),
        "fail  document: its audit trail was tampered with: Entry 1 was altered.", "Tell the security auditor");

    [Fact]
    public Task A_removed_audit_entry_is_found() => FoundAsync(
        i => Alter(i, "coordination", "DROP TRIGGER audit_entries_no_delete; DELETE FROM audit_entries WHERE sequence = 2"),
        "fail  coordination: its audit trail was tampered with: Entry 2 is missing.", "Tell the security auditor");

    [Fact]
    public Task A_missing_file_is_found() => FoundAsync(i => File.Delete(BlobOf(i)), "is missing", "Restore it from a backup");

    [Fact]
    public Task An_altered_file_is_found() => FoundAsync(i => File.AppendAllText(BlobOf(i), "!"), "was altered", "Restore it from a backup");

    [Fact]
    public Task A_damaged_database_is_found() => FoundAsync(Damage, "fail  archive.db cannot be read", "restore the file from a backup");

    [Fact]
    public Task Keys_that_cannot_be_read_are_found() => FoundAsync(
        i => File.WriteAllText(Path.Combine(i.Data, "services", "identity-keys.pem"), "not a certificate"), "identity-keys.pem cannot be read", "Restore the file from a backup");

    [Fact]
    public Task An_empty_secret_is_found() => FoundAsync(i => File.WriteAllText(SecretOf(i), ""), "web-client is empty", "restore the file from a backup");

    [Fact]
    public Task A_secret_that_others_can_read_is_found() => FoundAsync(LetOthersRead, "web-client can be read by others", "chmod 600");

    [Fact]
    public Task A_note_that_cannot_be_read_is_found() => FoundAsync(
        i => File.WriteAllText(Path.Combine(i.Data, "run.json"), "{"), "run.json cannot be read", "delete the file");

    [Fact]
    public Task A_process_that_did_not_drain_is_found() => FoundAsync(
        i => Note(i, new RunNote(int.MaxValue, i.HttpUrl, i.GrpcUrl, Demo: true)), "has ended without draining", "Start it again");

    [Fact]
    public Task A_gateway_that_does_not_answer_is_found() => FoundAsync(
        i => Note(i, new RunNote(Environment.ProcessId, i.HttpUrl, i.GrpcUrl, Demo: true)), "does not answer", "stop it and start it again");

    [Fact]
    public async Task A_port_in_use_is_found()
    {
        await using var installation = await stopped.CopyAsync();
        using var somebody = new TcpListener(IPAddress.Loopback, installation.GrpcPort);
        somebody.Start();
        Found(await ExamineAsync(installation), $"fail  port {installation.GrpcPort} is taken", "--http and --grpc");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_found()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "this system has no folder that nobody can write");
        Found(await BackofficeProgram.RunAsync("/", "doctor", "--data", "/proc"), "fail  /proc cannot be written", "the right to write there");
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

    private async Task FoundAsync(Action<TrialInstallation> harm, string finding, string cure)
    {
        await using var installation = await stopped.CopyAsync();
        harm(installation);
        Found(await ExamineAsync(installation), finding, cure);
    }

    private static void Found(Ended ended, string finding, string cure)
    {
        ended.ExitCode.ShouldBe(1, ended.All);
        var lines = ended.Output.Split('\n');
        var line = Array.FindIndex(lines, l => l.StartsWith("fail ", StringComparison.Ordinal) && l.Contains(finding));
        line.ShouldBeGreaterThanOrEqualTo(0, ended.All);
        lines[line + 1].ShouldContain(cure);
        ended.Errors.ShouldBeEmpty();
    }

    private static Task<Ended> ExamineAsync(TrialInstallation installation) =>
        installation.RunAsync("doctor", "--http", $"{installation.HttpPort}", "--grpc", $"{installation.GrpcPort}");

    private static void Alter(TrialInstallation installation, string service, string statements)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(installation.Data, "services", $"{service}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static void Damage(TrialInstallation installation)
    {
        using var file = File.OpenWrite(Path.Combine(installation.Data, "services", "archive.db"));
        file.Write(new byte[200]);
    }

    private static void LetOthersRead(TrialInstallation installation)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes");
        else
            File.SetUnixFileMode(SecretOf(installation), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
    }

    private static void Note(TrialInstallation installation, RunNote note) => File.WriteAllText(Path.Combine(installation.Data, "run.json"), JsonSerializer.Serialize(note));

    private static string BlobOf(TrialInstallation installation) =>
        Directory.GetFiles(Path.Combine(installation.Data, "services", "blobs"), "*", SearchOption.AllDirectories).ShouldHaveSingleItem();

    private static string SecretOf(TrialInstallation installation) => Path.Combine(installation.Data, "secrets", "web-client");
}
