using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Machine;

/// <summary>The suite as a service of one machine.</summary>
public sealed partial class SystemdTests
{
    private const string Missing = "systemd-analyze is not on PATH";

    private static string Unit => RepositoryFiles.Path("deploy/systemd/backoffice.service");

    [Fact]
    public async Task Systemd_understands_every_line()
    {
        Assert.SkipUnless(Command.Find("systemd-analyze") is not null, Missing);
        var verified = await VerifyAsync(unit => unit);
        verified.ExitCode.ShouldBe(0, verified.All);
        verified.All.ShouldBe("exit code 0\n");
        (await VerifyAsync(unit => unit.Replace("ProtectHome", "ProtectHouse", StringComparison.Ordinal))).Errors.ShouldContain("ProtectHouse");
    }

    [Fact]
    public async Task It_is_exposed_to_little()
    {
        Assert.SkipUnless(Command.Find("systemd-analyze") is not null, Missing);
        // From 0, exposed to nothing, to 100; what is left is the network, and code that is made at run time.
        var judged = await Command.RunAsync("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=20", Unit);
        Assert.SkipWhen(judged.Errors.Contains("unrecognized option", StringComparison.Ordinal), "this systemd-analyze does not judge files");
        judged.ExitCode.ShouldBe(0, judged.All);
    }

    [Fact]
    public async Task It_starts_the_program_with_options_that_it_has()
    {
        var unit = await File.ReadAllTextAsync(Unit, TestContext.Current.CancellationToken);
        var help = await Command.RunAsync(Path.Combine(AppContext.BaseDirectory, "backoffice"), "up", "--help");
        var start = Start().Match(unit).Groups[1].Value;
        start.ShouldStartWith("up ");
        Option().Matches(start).Select(m => m.Value).ShouldAllBe(o => help.Output.Contains(o));
        var named = Variable().Matches(unit).Select(m => m.Value).Distinct().ToList();
        named.ShouldContain("BACKOFFICE_POSTGRES");
        named.ShouldAllBe(v => help.Output.Contains(v) || v == "BACKOFFICE_DATA");
    }

    private static async Task<Ended> VerifyAsync(Func<string, string> change)
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-systemd-");
        try
        {
            // The program that is to be started must exist; any does.
            var unit = (await File.ReadAllTextAsync(Unit)).Replace("/opt/backoffice/backoffice", "/bin/true", StringComparison.Ordinal);
            var copy = Path.Combine(folder.FullName, "backoffice.service");
            await File.WriteAllTextAsync(copy, change(unit));
            return await Command.RunAsync("systemd-analyze", "verify", copy);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("ExecStart=/opt/backoffice/backoffice (.*)")]
    private static partial Regex Start();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex("BACKOFFICE_[A-Z_]+")]
    private static partial Regex Variable();
}
