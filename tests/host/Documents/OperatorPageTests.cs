using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Documents;

/// <summary>Commands of docs/operations that need the suite, run by the shell as an operator runs them, against a demonstration.</summary>
public sealed class OperatorPageTests(RunningDemonstration running, StoppedInstallation stopped)
{
    [Fact]
    public async Task The_audit_is_read_and_verified_as_its_page_says()
    {
        var installation = await running.InstallationAsync();
        var read = await RunAsync(installation, "audit.md", "read");
        read.ExitCode.ShouldBe(0, read.All);
        Regex.Count(read.Output, "\"auditEntries\"").ShouldBe(3, read.All);
        // That it was read stands in it from then on.
        (await RunAsync(installation, "audit.md", "read")).Output.ShouldContain("AuditService/ListAuditEntries");
        var verified = await RunAsync(installation, "audit.md", "verify");
        verified.ExitCode.ShouldBe(0, verified.All);
        Regex.Count(verified.Output, "\"intact\": ?true").ShouldBe(6, verified.All);
    }

    [Fact]
    public async Task Signing_keys_are_looked_at_and_the_secret_of_the_browser_client_is_made_again()
    {
        var shown = await RunAsync(await running.InstallationAsync(), "keys.md", "look");
        shown.ExitCode.ShouldBe(0, shown.All);
        shown.Output.ShouldContain("\"kid\"");

        var restarted = await stopped.RestartedAsync();
        restarted.FormerSecret.ShouldNotBeEmpty();
        (await restarted.SecretAsync()).ShouldNotBe(restarted.FormerSecret);
    }

    [Fact]
    public async Task What_is_looked_at_first_and_made_anew_last_is_there()
    {
        var installation = await running.InstallationAsync();
        var looked = await RunAsync(installation, "incidents.md", "look");
        looked.ExitCode.ShouldBe(0, looked.All);
        looked.Output.ShouldContain("\"ready\":true");
        var made = await RunAsync(installation, "incidents.md", "read-models");
        made.ExitCode.ShouldBe(0, made.All);
        made.Output.ShouldContain("is what the events say");
    }

    private static async Task<Ended> RunAsync(TrialInstallation installation, string page, string mark)
    {
        var commands = DocumentedCommands.Block(page, mark);
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}",
            ["OFFICE"] = installation.HttpUrl,
            ["DATA"] = installation.Data,
        };
        if (commands.Contains("$TOKEN", StringComparison.Ordinal))
            environment["TOKEN"] = (await installation.RunAsync("token", "--user", "auditor")).Output.Trim();
        return await DocumentedCommands.RunAsync(commands, Environment.CurrentDirectory, environment);
    }
}
