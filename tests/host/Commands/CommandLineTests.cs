using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Host.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_lists_the_commands()
    {
        var help = await RunAsync("--help");
        help.ExitCode.ShouldBe(0, help.All);
        foreach (var command in new[] { "up", "token", "import", "doctor" })
            help.Output.ShouldContain($"\n  {command} ");
    }

    [Theory]
    [InlineData("'--demmo'", "up", "--demmo")]
    [InlineData("'start'", "start")]
    [InlineData("Required command", new string[0])]
    [InlineData("There is no module archives; the modules are identity, coordination", "up", "--only", "archives")]
    [InlineData("--http takes a port from 1 to 65535", "up", "--http", "99999")]
    [InlineData("--grpc takes a port from 1 to 65535", "up", "--grpc", "0")]
    [InlineData("--http, --grpc and --ops take a port each", "up", "--http", "9000", "--grpc", "9000")]
    [InlineData("--http, --grpc and --ops take a port each", "up", "--http", "9000", "--ops", "9000")]
    [InlineData("--ops takes a port from 1 to 65535", "up", "--ops", "0")]
    [InlineData("--ops takes a port from 1 to 65535", "up", "--ops", "::1")]
    [InlineData("--ops takes a port from 1 to 65535", "up", "--ops", "office:9464")]
    [InlineData("--certificate and --certificate-key are given together", "up", "--public-url", "https://office.example/", "--certificate", "/dev/null")]
    [InlineData("--certificate needs --public-url", "up", "--certificate", "/dev/null", "--certificate-key", "/dev/null")]
    [InlineData("--public-url is an address with TLS", "up", "--public-url", "http://office.example/")]
    [InlineData("--public-url is an address with TLS", "up", "--public-url", "https://office.example/office")]
    [InlineData("/nowhere/key.pem does not exist", "up", "--public-url", "https://office.example/", "--certificate", "/dev/null", "--certificate-key", "/nowhere/key.pem")]
    [InlineData("--user", "token")]
    [InlineData("file", "import", "documents")]
    public async Task What_is_not_understood_is_named(string named, params string[] arguments)
    {
        var ended = await RunAsync(arguments);
        ended.ExitCode.ShouldBe(1, ended.All);
        ended.Errors.ShouldContain(named);
        ended.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Up_needs_no_option()
    {
        // The folder stops it where its defaults have been accepted; the test needs neither their ports nor their folder.
        var ended = await BackofficeProgram.RunAsync(Path.GetTempPath(), ["up", "--data", "/dev/null/data"]);
        ended.Errors.ShouldStartWith("The suite cannot run in /dev/null/data");
    }

    private static Task<Ended> RunAsync(params string[] arguments) => BackofficeProgram.RunAsync(Path.GetTempPath(), arguments);
}
