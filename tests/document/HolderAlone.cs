using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;

namespace Backoffice.Document.Tests;

/// <summary>An act tried as somebody, guarded by an etag, under a request id; answers with the matter.</summary>
internal delegate Task<Matter> Attempt(string person, string etag, string requestId);

/// <summary>What is demanded of every act: only its holder does it, on the state read, and a repeat is not a second act.</summary>
internal static class HolderAlone
{
    /// <param name="on">The document under way.</param>
    /// <param name="holder">Whose act it is.</param>
    /// <param name="attempt">The act.</param>
    /// <param name="onlooker">May read the document and has nothing to do; null where everybody who may read it may do the act.</param>
    /// <param name="notFound">How it is refused to whoever may not read the document.</param>
    public static async Task MayAsync(DocumentUnderway on, string holder, Attempt attempt, string? onlooker = Office.DeputyDirector, string notFound = "MATTER_NOT_FOUND")
    {
        await Refused.ForAsync("PERMISSION_DENIED", () => attempt(Office.County, "", ""));
        await Refused.ForAsync(notFound, () => attempt(Office.Staff, "", ""));
        if (onlooker is not null)
            await Refused.ForAsync("NOT_THE_HOLDER", () => attempt(onlooker, "", ""));
        var before = await on.GetAsync();
        await Refused.ForAsync("STALE_ETAG", () => attempt(holder, $"{before.Etag}0", ""));
        var acts = (await on.ActsAsync()).Count;

        var requestId = Guid.NewGuid().ToString();
        var once = await attempt(holder, before.Etag, requestId);
        var again = await attempt(holder, before.Etag, requestId);

        again.ShouldBe(once);
        (await on.ActsAsync()).Count.ShouldBe(acts + 1);
        (await on.ProgressAsync()).Select(p => p.Act).ShouldBe(Enumerable.Range(1, acts + 1));
    }
}
