using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Doctor;

public sealed class HealthyTests(RunningDemonstration demonstration)
{
    [Fact]
    public async Task A_running_installation_is_well()
    {
        var installation = await demonstration.InstallationAsync();
        var ended = await installation.RunAsync("doctor");
        ended.ExitCode.ShouldBe(0, ended.All);
        ended.Output.ShouldContain($"ok    the gateway answers at {installation.HttpUrl}/");
        foreach (var service in new[] { "archive", "coordination", "document", "identity", "logistics", "meeting" })
        {
            ended.Output.ShouldContain($"ok    {service}.db is intact");
            ended.Output.ShouldContain($"ok    {service}: its audit trail is whole");
            ended.Output.ShouldContain($"ok    {service} is ready");
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_is_no_failure()
    {
        await using var nothing = new TrialInstallation();
        var ended = await nothing.RunAsync("doctor");
        ended.ExitCode.ShouldBe(0, ended.All);
        ended.Output.ShouldBe($"warn  {nothing.Data} does not exist yet\n      → `backoffice up` makes it; or name another folder with --data.\n");
    }
}
