using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Deploy.Tests.Machine;

/// <summary>The suite as a service of one machine.</summary>
public sealed partial class SystemdTests
{
    private const string Missing = "systemd-analyze is not on PATH";

    private static readonly string[] Units = ["backoffice.service", "backoffice-backup.service", "backoffice-backup.timer"];

    private static string PathOf(string unit) => RepositoryFiles.Path($"deploy/systemd/{unit}");

    [Theory]
    [InlineData("backoffice.service", "ProtectHome"), InlineData("backoffice-backup.service", "ProtectHome"), InlineData("backoffice-backup.timer", "OnCalendar")]
    public async Task Systemd_understands_every_line(string unit, string setting)
    {
        Assert.SkipUnless(SystemCommand.Find("systemd-analyze") is not null, Missing);
        var verified = await VerifyAsync(unit, text => text);
        verified.ExitCode.ShouldBe(0, verified.All);
        verified.All.ShouldBe("exit code 0\n");
        (await VerifyAsync(unit, text => text.Replace(setting, "SetNowhere", StringComparison.Ordinal))).Errors.ShouldContain("SetNowhere");
    }

    [Theory]
    [InlineData("backoffice.service"), InlineData("backoffice-backup.service")]
    public async Task It_is_exposed_to_little(string unit)
    {
        Assert.SkipUnless(SystemCommand.Find("systemd-analyze") is not null, Missing);
        // From 0, exposed to nothing, to 100; what is left is the network, and code that is made at run time.
        var judged = await SystemCommand.RunAsync("systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=20", PathOf(unit));
        Assert.SkipWhen(judged.Errors.Contains("unrecognized option", StringComparison.Ordinal), "this systemd-analyze does not judge files");
        judged.ExitCode.ShouldBe(0, judged.All);
    }

    [Theory]
    [InlineData("backoffice.service", "up"), InlineData("backoffice-backup.service", "backup")]
    public async Task It_starts_the_program_with_options_that_it_has(string unit, string command)
    {
        var text = await File.ReadAllTextAsync(PathOf(unit), TestContext.Current.CancellationToken);
        var help = await SystemCommand.RunAsync(Path.Combine(AppContext.BaseDirectory, "backoffice"), command, "--help");
        var start = Start().Match(text).Groups[1].Value;
        start.ShouldStartWith($"{command} ");
        Option().Matches(start).Select(m => m.Value).ShouldAllBe(o => help.Output.Contains(o));
        var named = Variable().Matches(text).Select(m => m.Value).Distinct().ToList();
        if (command == "up")
            named.ShouldContain("BACKOFFICE_POSTGRES");
        named.ShouldAllBe(v => help.Output.Contains(v) || v == "BACKOFFICE_DATA");
    }

    private static async Task<Ended> VerifyAsync(string changed, Func<string, string> change)
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-systemd-");
        try
        {
            foreach (var unit in Units)
            {
                // The program that is to be started must exist; any does.
                var text = (await File.ReadAllTextAsync(PathOf(unit))).Replace("/opt/backoffice/backoffice", "/bin/true", StringComparison.Ordinal);
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, unit), unit == changed ? change(text) : text);
            }
            return await SystemCommand.RunAsync("systemd-analyze", "verify", Path.Combine(folder.FullName, changed));
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
