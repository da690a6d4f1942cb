using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Doctor;

/// <summary>An installation on PostgreSQL and Redis that are away; of those that are there the doctor is asked in ProductionTests.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task Servers_that_are_away_are_named_with_what_to_do()
    {
        await using var office = new TrialInstallation();
        Directory.CreateDirectory(office.Data);
        var nobody = FreePort.Find();
        var ended = await office.RunAsync(
            "doctor", "--http", $"{office.HttpPort}", "--grpc", $"{office.GrpcPort}", "--postgres", $"Host=127.0.0.1;Port={nobody};Username=nobody", "--redis", $"127.0.0.1:{nobody},connectTimeout=500,connectRetry=1");
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldBeEmpty();
        ended.Output.ShouldContain("fail  PostgreSQL does not answer:");
        ended.Output.ShouldContain("→ Start it, or mend the connection text.");
        ended.Output.ShouldContain("fail  Redis does not answer:");
        ended.Output.ShouldContain("Nothing in it is lost to the office");
    }
}
