using System.Net;
using Backoffice.Host.Tests.Import;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Up;

public sealed class UpTests(RunningDemonstration demonstration, StoppedInstallation stopped)
{
    [Fact]
    public async Task The_start_tells_where_everything_is()
    {
        var installation = await demonstration.InstallationAsync();
        var said = await demonstration.SaidAsync();
        said.ShouldContain($"READY {installation.HttpUrl} (browsers, JSON), {installation.GrpcUrl} (gRPC)");
        said.ShouldContain(installation.Data);
        foreach (var module in new[] { "identity", "coordination", "document", "meeting", "logistics", "archive", "gateway" })
            said.ShouldContain(module);
        using var browser = new HttpClient { BaseAddress = new Uri(installation.HttpUrl) };
        (await browser.GetStringAsync(new Uri("status", UriKind.Relative))).ShouldContain("\"ready\":true");
        said.ShouldContain($"http://127.0.0.1:{installation.OpsPort}/", customMessage: "--ops");
        (await browser.GetAsync(new Uri("metrics", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "operators' figures at the public door");
    }

    [Fact]
    public async Task A_second_suite_on_the_same_folder_is_refused()
    {
        var installation = await demonstration.InstallationAsync();
        var second = await installation.UpEndsAsync();
        second.ExitCode.ShouldBe(1, second.All);
        second.Errors.ShouldBe($"Another process runs the suite in {installation.Data}. Stop it, or choose another folder with --data.\n");
        (await installation.RunAsync("doctor")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_what_to_do()
    {
        var running = await demonstration.InstallationAsync();
        await using var other = new TrialInstallation();
        var ended = await other.RunAsync("up", "--http", $"{running.HttpPort}", "--grpc", $"{other.GrpcPort}");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBe($"Port {running.HttpPort} is taken. Stop what listens there, or choose other ports with --http and --grpc.\n");
        Directory.Exists(Path.Combine(other.Data, "services")).ShouldBeFalse("Something was made all the same.");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    // RFC 5737 keeps it for documents: no machine has it.
    [InlineData("192.0.2.1")]
    public async Task An_address_for_operators_that_cannot_be_had_is_named(string address)
    {
        var running = await demonstration.InstallationAsync();
        await using var other = new TrialInstallation();
        var ended = await other.UpEndsAsync("--ops", $"{address}:{running.OpsPort}");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBe($"{address}:{running.OpsPort} is taken or is no address of this machine. Stop what listens there, or choose another with --ops.\n");
        Directory.Exists(Path.Combine(other.Data, "services")).ShouldBeFalse("Something was made all the same.");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await using var other = new TrialInstallation();
        File.WriteAllText(other.Data, "a file, not a folder");
        var ended = await other.UpEndsAsync();
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain(other.Data);
        ended.Errors.ShouldNotContain("Another process");
        ended.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Without_the_gateway_the_other_commands_say_that_it_is_missing()
    {
        await using var part = new TrialInstallation();
        var suite = await part.UpAsync("--only", "identity", "--ops", $"{part.OpsPort}");
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri($"http://127.0.0.1:{part.OpsPort}/metrics"))).ShouldContain("\ndotnet_");
        var token = await part.RunAsync("token", "--user", "clerk");
        token.ExitCode.ShouldBe(1, token.All);
        token.Errors.ShouldContain("without the gateway");
        (await suite.TerminateAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_entered_is_there_after_the_next_start()
    {
        var restarted = await stopped.RestartedAsync();
        restarted.Unanswered.Errors.ShouldContain($"Nothing runs in {restarted.Installation.Data}.");
        var register = await Register.OfAsync(restarted.Installation);
        await register.HoldsOnceAsync("kept", 3);
        (await register.CountFoundAsync("重启以后")).ShouldBe(3);
    }

    [Fact]
    public async Task A_stop_during_the_start_ends_it_without_a_trace()
    {
        await using var installation = new TrialInstallation();
        var suite = installation.StartUp("--demo");
        await Eventually.TrueAsync(() => Task.FromResult(File.Exists(Path.Combine(installation.Data, "lock"))));
        var stopped = await suite.TerminateAsync();
        stopped.Errors.ShouldNotContain("   at ");
        stopped.Output.ShouldNotContain("READY", Case.Sensitive);
    }
}
