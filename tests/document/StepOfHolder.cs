using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;

namespace Backoffice.Document.Tests;

/// <summary>A step of an outgoing document tried as somebody, guarded by the etag of its matter, under a request id; answers with the matter.</summary>
internal delegate Task<Matter> StepAttempt(string person, string matterEtag, string requestId);

/// <summary>What is demanded of every step: only its holder does it, on the state read, and a repeat is not a second step.</summary>
internal static class StepOfHolder
{
    public static async Task IsAsync(DraftUnderway on, string holder, StepAttempt attempt, string onlooker = DraftUnderway.Drafter)
    {
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", () => attempt(DraftUnderway.Outsider, "", ""));
        (await Should.ThrowAsync<RpcException>(() => attempt(Office.County, "", ""))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        await Refused.ForAsync("NOT_THE_HOLDER", () => attempt(onlooker, "", ""));
        var before = await on.MatterAsync();
        await Refused.ForAsync("STALE_ETAG", () => attempt(holder, $"{before.Etag}0", ""));
        var acts = (await on.ActsAsync()).Count;

        var requestId = Guid.NewGuid().ToString();
        var once = await attempt(holder, before.Etag, requestId);
        (await attempt(holder, before.Etag, requestId)).ShouldBe(once);

        var after = await on.ActsAsync();
        after.Skip(acts).Count(a => a.Verb != Verb.Skip).ShouldBe(1);
        (await on.ProgressAsync()).Select(p => p.Act).ShouldBe(Enumerable.Range(1, after.Count));
    }
}
