using Backoffice.Platform.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Backoffice.Identity.Tests.Start;

public sealed class IdentityOptionsTests
{
    [Fact]
    public void The_defaults_are_good() => Read().AccessTokenMinutes.ShouldBe(30);

    [Theory]
    [InlineData("Identity__PasswordIterations", "PasswordIterations", "209999")]
    [InlineData("Identity__AccessTokenMinutes", "AccessTokenMinutes", "721")]
    [InlineData("Identity__LockAfter", "LockAfter", "0")]
    [InlineData("Identity__WebClientSecret", "WebClientSecret", "short")]
    [InlineData("Identity__KeyCertificateKeyFile", "KeyCertificateFile", "/cert.pem")]
    [InlineData("Identity__DemoSecret", "Demo", "true")]
    [InlineData("Identity__Clients__0__Secret", "Clients:0:Id", "scanner")]
    [InlineData("Identity__Clients__0__Id", "Clients:0:Id", "Scanner One")]
    [InlineData("Identity__Clients__0__Id", "Clients:0:Id", "backoffice-web")]
    [InlineData("Identity__Clients__0__Roles__0", "Clients:0:Roles:0", "emperor")]
    [InlineData("Identity__DemoAccounts__0__Login", "DemoAccounts:0:DisplayName", "王小文")]
    [InlineData("Identity__DemoAccounts__0__DisplayName", "DemoAccounts:0:Login", "clerk")]
    [InlineData("Identity__DemoAccounts__0__Roles__0", "DemoAccounts:0:Roles:0", "emperor")]
    public void A_wrong_value_is_named_by_its_variable(string variable, string setting, string value) =>
        Should.Throw<OptionsValidationException>(() => Read((setting, value))).Message.ShouldContain(variable + ":");

    [Fact]
    public void A_machine_and_an_account_of_the_demonstration_cannot_share_a_name() => Should.Throw<OptionsValidationException>(() => Read(
        ("Clients:0:Id", "clerk"), ("Clients:0:Secret", DoorOffice.MachineSecret), ("DemoAccounts:0:Login", "clerk"), ("DemoAccounts:0:DisplayName", "文书")))
        .Message.ShouldContain("Identity__Clients:");

    private static IdentityOptions Read(params (string Name, string Value)[] settings) => OptionsReader.Read<IdentityOptions>(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>("Identity:" + s.Name, s.Value))).Build(), IdentityOptions.Section);
}
