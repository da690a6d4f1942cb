using Backoffice.Coordination;
using Backoffice.Planted.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Hosting;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Contracts;

public sealed class PlantedViolationTests
{
    [Theory]
    [InlineData(nameof(NoAccess), "NoAccess/Call declares no (backoffice.options.v1.access)")]
    [InlineData(nameof(NoRoles), "needs a permission and the roles that hold it")]
    [InlineData(nameof(NoRepeat), "does not say what a repeat does")]
    [InlineData(nameof(NoRequestId), "repeats by request_id and has no such field")]
    [InlineData(nameof(NotAudited), "writes and is not audited as a change")]
    [InlineData(nameof(NoPath), "has no (google.api.http)")]
    [InlineData(nameof(PublicPeer), "is for peers and has a public path")]
    [InlineData(nameof(ClientStream), "streams from the client")]
    [InlineData(nameof(UnsupportedRule), "WithEmail.mail uses the rule email, which is not supported")]
    [InlineData(nameof(UnsupportedExpression), "WithExpression.Inner.words.items uses the rule cel, which is not supported")]
    [InlineData(nameof(UnreadablePattern), "WithPattern.text has a pattern that cannot be read")]
    [InlineData(nameof(MapField), "WithMap.values is of a kind")]
    [InlineData(nameof(MessageRule), "WithMessageRule has rules of the whole message")]
    public void A_contract_that_cannot_be_enforced_is_refused_and_named(string service, string problem)
    {
        var refusal = Should.Throw<ContractException>(() => ContractTable.Of([Find(service)]));
        refusal.Problems.ShouldContain(p => p.Contains(problem), string.Join('\n', refusal.Problems));
    }

    [Fact]
    public void A_host_does_not_start_on_an_rpc_without_access()
    {
        var module = new ServiceModule("planted").Stores<CoordinationDb, SqliteCoordinationDb, PostgresCoordinationDb>().Serves<NoAccessService>();
        Should.Throw<ContractException>(() => module.Build([], new ModuleSurroundings()));
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var refusal = Should.Throw<ContractException>(() => ContractTable.Of(PlantedReflection.Descriptor.Services));
        refusal.Problems.Count.ShouldBeGreaterThanOrEqualTo(13);
    }

    [Fact]
    public void A_sound_contract_and_the_whole_suite_pass()
    {
        ContractTable.Of([Find(nameof(Sound))]).Rpcs.Count().ShouldBe(1);
        ContractTable.OfSuite().Rpcs.Count().ShouldBeGreaterThan(50);
    }

    private static Google.Protobuf.Reflection.ServiceDescriptor Find(string service) => PlantedReflection.Descriptor.Services.Single(s => s.Name == service);

    private sealed class NoAccessService : NoAccess.NoAccessBase;
}
