using Backoffice.Host.Import;
using Backoffice.Host.Up;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Import;

/// <summary>A power cut in the middle of an import costs time and nothing else.</summary>
public sealed class KilledTests(RunningDemonstration demonstration, StoppedInstallation stopped)
{
    // Enough batches that the first is over long before the last.
    private const int Many = 400;

    [Fact]
    public async Task A_killed_import_goes_on_where_it_stopped()
    {
        var installation = await demonstration.InstallationAsync();
        var file = ImportFile.Write(installation, "interrupted", ["{", .. Enumerable.Range(1, Many).Select(i => ImportFile.Line($"interrupted-{i}", "断点续传")), "{"]);
        await using (var import = installation.Start("import", "documents", file))
        {
            await InTheMiddleAsync(installation, file);
            await import.KillAsync();
        }
        DoneOf(installation, file).ShouldBeGreaterThan(0, "The import was over before it was killed.");

        var resumed = await installation.RunAsync("import", "documents", file);
        resumed.ExitCode.ShouldBe(2, resumed.All);
        resumed.Output.ShouldContain("2 refused");
        File.ReadAllLines(installation.PathOf("interrupted.refused.jsonl")).Length.ShouldBe(2);
        resumed.Output.ShouldNotContain($"{Many} imported");
        var register = await Register.OfAsync(installation);
        await register.HoldsOnceAsync("interrupted", Many);
        (await register.CountFoundAsync("断点续传")).ShouldBe(Many);
        DoneOf(installation, file).ShouldBe(0);
    }

    [Fact]
    public async Task A_suite_that_is_killed_during_an_import_has_every_record_once()
    {
        await using var installation = await stopped.CopyAsync();
        var file = ImportFile.Write(installation, "power-cut", Many, "断电恢复");
        BackofficeProgram import;
        await using (var suite = await installation.UpAsync("--demo"))
        {
            import = installation.Start("import", "documents", file);
            await InTheMiddleAsync(installation, file);
            await suite.KillAsync();
        }
        (await installation.RunAsync("import", "documents", file)).Errors.ShouldContain("has ended");

        await using (var suite = await installation.UpAsync("--demo"))
        {
            // It waits for the suite to come back, a minute or so; on a busy machine it may have given up.
            var waited = await import.EndAsync();
            (waited.ExitCode == 0 || waited.Errors.Contains("Run the command again to go on.")).ShouldBeTrue(waited.All);
            var again = await installation.RunAsync("import", "documents", file);
            again.ExitCode.ShouldBe(0, again.All);

            var register = await Register.OfAsync(installation);
            await register.HoldsOnceAsync("power-cut", Many);
            (await register.CountFoundAsync("断电恢复")).ShouldBe(Many);
            var doctor = await installation.RunAsync("doctor");
            doctor.ExitCode.ShouldBe(0, doctor.All);
            doctor.Output.ShouldContain("document: its audit trail is whole");
            (await suite.TerminateAsync()).ExitCode.ShouldBe(0);
        }
    }

    private static Task InTheMiddleAsync(TrialInstallation installation, string file) => Eventually.TrueAsync(() => Task.FromResult(DoneOf(installation, file) > 0));

    private static long DoneOf(TrialInstallation installation, string file) => new ImportMark(new Installation(installation.Data), new FileInfo(file)).Read().Bytes;
}
