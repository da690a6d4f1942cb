using Backoffice.Options.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Grpc.Core;
using Shouldly;
using Xunit;
using CallerKind = Backoffice.Options.V1.Caller;

namespace Backoffice.Suite.Tests.Contracts;

/// <summary>Calls every rpc as every role and as nobody; the answers must be the contract's.</summary>
public sealed class PermissionMatrixTests(Demonstrations demonstrations)
{
    [Theory]
    [InlineData(Wire.Grpc)]
    [InlineData(Wire.GrpcWeb)]
    public async Task Every_rpc_admits_exactly_the_roles_of_its_contract(Wire wire)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var wrong = new List<string>();
        foreach (var account in Host.Demo.DemoOffice.Bureau.Accounts)
        {
            var roles = DemoRoles.Of(account);
            var caller = await suite.AsAsync(account.Login, wire);
            foreach (var rpc in ContractTable.OfSuite().Rpcs)
            {
                var outcome = await caller.CallAsync(rpc, []);
                var expected = rpc.Access.Caller switch
                {
                    CallerKind.Peer => "UNKNOWN_METHOD",
                    CallerKind.Self => "admitted",
                    _ => rpc.Roles.Overlaps(roles) ? "admitted" : "PERMISSION_DENIED",
                };
                var found = outcome.Reason is "PERMISSION_DENIED" or "UNAUTHENTICATED" or "UNKNOWN_METHOD" ? outcome.Reason : "admitted";
                if (found != expected)
                    wrong.Add($"{account.Login} {rpc.Name}: expected {expected}, got {found} ({outcome.Code} {outcome.Detail})");
            }
        }
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer not.a.token")]
    [InlineData("Basic c3lzYWRtaW46c3lzYWRtaW4=")]
    public async Task Nobody_gets_nothing(string? authorization)
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        var nobody = suite.With(authorization, Wire.Grpc);
        foreach (var rpc in ContractTable.OfSuite().Rpcs)
        {
            var outcome = await nobody.CallAsync(rpc, []);
            outcome.Reason.ShouldBe(rpc.Access.Caller == CallerKind.Peer ? "UNKNOWN_METHOD" : "UNAUTHENTICATED", rpc.Name);
        }
    }

    [Fact]
    public async Task An_identity_token_and_a_token_of_another_issuer_are_no_access_tokens()
    {
        var suite = await demonstrations.On(StoreKind.Sqlite);
        await using var issuer = await Testing.TestIssuer.StartAsync();
        var rpc = ContractTable.OfSuite().Find("/backoffice.identity.v1.AccountService/GetMe")!;
        (await suite.With($"Bearer {issuer.Token("sysadmin", Role.SystemAdministrator)}", Wire.Grpc).CallAsync(rpc, [])).Code.ShouldBe(StatusCode.Unauthenticated);
        var token = await suite.TokenAsync("clerk");
        var parts = token.Split('.');
        // Unsigned, and signed by nobody.
        var unsigned = $"{Base64("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.";
        (await suite.With($"Bearer {unsigned}", Wire.Grpc).CallAsync(rpc, [])).Code.ShouldBe(StatusCode.Unauthenticated);
        (await suite.With($"Bearer {parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}", Wire.Grpc).CallAsync(rpc, [])).Code.ShouldBe(StatusCode.Unauthenticated);

        static string Base64(string text) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
