using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Commands;

public sealed class EventsCommandTests(StoppedInstallation stopped, RunningDemonstration running)
{
    [Fact]
    public async Task What_was_set_aside_is_found_by_the_doctor_shown_and_redriven()
    {
        var restarted = await stopped.RestartedAsync();
        var installation = restarted.Installation;
        restarted.Examined.ExitCode.ShouldBe(1, restarted.Examined.All);
        restarted.Examined.Output.ShouldContain("coordination: 1 event(s) could not be applied and are set aside");

        var status = await installation.RunAsync("events", "status");
        status.ExitCode.ShouldBe(2, status.All);
        status.Output.ShouldContain("SomeException in Some.Place");
        var redriven = await installation.RunAsync("events", "redrive");
        redriven.ExitCode.ShouldBe(0, redriven.All);
        redriven.Output.ShouldContain("coordination: 1 applied, 0 remain.");
        var check = await installation.RunAsync("events", "check");
        check.ExitCode.ShouldBe(0, check.All);
        check.Output.ShouldContain("daily_registrations is what the events say");
    }

    [Fact]
    public async Task Nobody_but_the_system_administrator_sees_the_path_of_events()
    {
        var installation = await running.InstallationAsync();
        var refused = await installation.RunAsync("events", "status", "--user", "clerk");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Only the system administrator may do this");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_named()
    {
        var installation = await running.InstallationAsync();
        var refused = await installation.RunAsync("events", "status", "--service", "kitchen");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("There is no service kitchen; the services are identity, coordination,");
    }
}
