using System.Text.Json;
using Backoffice.Host.Up;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Doctor;

/// <summary>Each thing the doctor examines, broken: it is found, and the cure is said.</summary>
public sealed class HarmTests(StoppedInstallation stopped, HarmedInstallation harmed) : IClassFixture<HarmedInstallation>
{
    [Fact]
    public async Task Unharmed_it_is_well()
    {
        await using var installation = await stopped.CopyAsync();
        var ended = await HarmedInstallation.ExamineAsync(installation);
        ended.ExitCode.ShouldBe(0, ended.All);
        ended.Output.ShouldContain("ok    document: 2 files are there and unaltered");
        ended.Output.ShouldContain($"ok    port {installation.HttpPort} is free");
        ended.Output.ShouldContain("warn  nothing runs here\n      → Start it with `backoffice up`.");
    }

    [Theory]
    [InlineData("document: its audit trail was tampered with: Entry 1 was altered.", "Tell the security auditor")]
    [InlineData("coordination: its audit trail was tampered with: Entry 2 is missing.", "Tell the security auditor")]
    [InlineData("archive.db cannot be read", "restore the file from a backup")]
    [InlineData("identity-keys.pem cannot be read", "Restore the file from a backup")]
    [InlineData("secrets/demo is empty", "restore the file from a backup")]
    [InlineData("run.json cannot be read", "delete the file")]
    public async Task Each_harm_is_found_among_all_the_others(string finding, string cure) => Finds(await harmed.FindingsAsync(), finding, cure);

    [Fact]
    public async Task Missing_and_altered_files_are_found()
    {
        var findings = await harmed.FindingsAsync();
        Finds(findings, $"{harmed.MissingFile} is missing", "Restore it from a backup");
        Finds(findings, $"{harmed.AlteredFile} was altered", "Restore it from a backup");
    }

    [Fact]
    public async Task Secrets_that_others_can_read_are_found()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        Finds(await harmed.FindingsAsync(), "secrets/web-client can be read by others", "chmod 600");
    }

    [Fact]
    public async Task A_port_in_use_is_found() => Finds(await harmed.FindingsAsync(), $"port {harmed.TakenPort} is taken", "--http and --grpc");

    [Fact]
    public async Task Nothing_else_is_found() => (await harmed.FindingsAsync()).Count.ShouldBe(HarmedInstallation.Harms);

    [Fact]
    public Task A_process_that_did_not_drain_is_found() => FoundAsync(
        i => Note(i, new RunNote(int.MaxValue, i.HttpUrl, i.GrpcUrl, Demo: true)), "has ended without draining", "Start it again");

    [Fact]
    public Task A_gateway_that_does_not_answer_is_found() => FoundAsync(
        i => Note(i, new RunNote(Environment.ProcessId, i.HttpUrl, i.GrpcUrl, Demo: true)), "does not answer", "stop it and start it again");

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_found()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "this system has no folder that nobody can write");
        var ended = await BackofficeProgram.RunAsync("/", "doctor", "--data", "/proc", "--http", $"{FreePort.Find()}", "--grpc", $"{FreePort.Find()}");
        Finds([HarmedInstallation.FailuresOf(ended).ShouldHaveSingleItem()], "/proc cannot be written", "the right to write there");
    }

    [Fact]
    public async Task A_suite_on_a_damaged_database_says_so_instead_of_starting()
    {
        await using var installation = await stopped.CopyAsync();
        HarmedInstallation.DamageDatabase(installation);
        // Identity has started by then, and is stopped again.
        var ended = await installation.UpEndsAsync("--demo", "--only", "identity,archive");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain("`backoffice doctor` looks for the cause.");
        ended.Errors.ShouldNotContain("   at ");
    }

    private async Task FoundAsync(Action<TrialInstallation> harm, string finding, string cure)
    {
        await using var installation = await stopped.CopyAsync();
        harm(installation);
        Finds([HarmedInstallation.FailuresOf(await HarmedInstallation.ExamineAsync(installation)).ShouldHaveSingleItem()], finding, cure);
    }

    private static void Finds(IEnumerable<string> findings, string finding, string cure) =>
        findings.ShouldContain(f => f.Contains(finding) && f.Split('\n')[1].Contains(cure), string.Join('\n', findings));

    private static void Note(TrialInstallation installation, RunNote note) => File.WriteAllText(Path.Combine(installation.Data, "run.json"), JsonSerializer.Serialize(note));
}
