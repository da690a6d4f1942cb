using System.Text.RegularExpressions;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Up;

public sealed partial class FirstStartTests
{
    [Fact]
    public async Task The_administrators_passwords_are_shown_once_and_kept_nowhere()
    {
        await using var installation = new TrialInstallation();
        var first = await installation.UpAsync();
        var passwords = FirstPassword().Matches(first.Output).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        passwords.Keys.ShouldBe(["sysadmin", "secadmin", "auditor"]);
        passwords.Values.ShouldBeUnique();
        passwords.Values.ShouldAllBe(p => p.Length >= 12);

        var token = await installation.RunAsync("token", "--user", "sysadmin");
        token.ExitCode.ShouldBe(1, token.All);
        token.Errors.ShouldBe("Tokens without a password are given by a demonstration only (`backoffice up --demo`). Here, sign in at the issuer.\n");
        var stopped = await first.TerminateAsync();
        stopped.ExitCode.ShouldBe(0, stopped.All);
        foreach (var password in passwords.Values)
        {
            Regex.Count(stopped.Output, Regex.Escape(password)).ShouldBe(1);
            stopped.Errors.ShouldNotContain(password);
            (await StoredText.FindInFilesAsync(installation.Data, password)).ShouldBeEmpty();
        }

        // Nobody but identity has anything to show.
        var second = await installation.UpAsync("--only", "identity");
        second.Output.ShouldNotContain("sysadmin");
        (await second.TerminateAsync()).ExitCode.ShouldBe(0);
        await RefusesToBecomeADemonstrationAsync(installation);
    }

    private static async Task RefusesToBecomeADemonstrationAsync(TrialInstallation installation)
    {
        var demonstration = await installation.UpEndsAsync("--demo");
        demonstration.ExitCode.ShouldBe(1, demonstration.All);
        demonstration.Errors.ShouldContain("is an account of the store already");
        demonstration.Errors.ShouldNotContain("   at ");
    }

    [GeneratedRegex(@"^  (sysadmin|secadmin|auditor) +(\S+)   \S", RegexOptions.Multiline)]
    private static partial Regex FirstPassword();
}
