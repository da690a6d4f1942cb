using Backoffice.Regulations.V1;
using Grpc.Core;
using Shouldly;

namespace Backoffice.Document.Tests;

/// <summary>Reads the rules that a refusal cites.</summary>
internal static class Breaches
{
    /// <summary>Expects a refusal by RULE_BROKEN, and returns `rule article` of all that are cited.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync<T>(AsyncUnaryCall<T> call)
    {
        var refused = await Should.ThrowAsync<RpcException>(async () => await call);
        var status = refused.GetRpcStatus();
        status.ShouldNotBeNull();
        status.GetDetail<Google.Rpc.ErrorInfo>().ShouldNotBeNull().Reason.ShouldBe("RULE_BROKEN");
        return [.. status.Details.Where(d => d.Is(RuleCitation.Descriptor)).Select(d => d.Unpack<RuleCitation>()).Select(c => $"{c.RuleId} {c.Article}")];
    }
}
