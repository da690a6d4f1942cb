using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DraftLocks;

public sealed class AcquireDraftLockTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_edits_is_named_and_not_overtaken_until_the_lease_ends(StoreKind store)
    {
        await using var chiefs = await TwoChiefs.StartAsync(store);
        var etag = (await chiefs.On.GetAsync()).Etag;
        var held = await chiefs.AcquireAsync(Office.SectionChief);
        (held.Person, held.Post, held.PostDisplayName).ShouldBe(("people/section-chief", "posts/section-chief", "section-chief"));
        var shown = await chiefs.On.GetAsync();
        shown.DraftLock.ShouldBe(held);
        // Being edited is no change.
        shown.Etag.ShouldBe(etag);

        var change = await chiefs.On.ChangeAsync("body", d => d.Body = "改后的正文。");
        var info = await Refused.ForAsync("DRAFT_LOCKED", chiefs.As(TwoChiefs.Other).UpdateOutgoingDocumentAsync(change));
        (info.Metadata["holder"], info.Metadata["post"]).ShouldBe(("section-chief", "section-chief"));
        await Refused.ForAsync("DRAFT_LOCKED", () => chiefs.AcquireAsync(TwoChiefs.Other));

        chiefs.Clock.Shift += TimeSpan.FromSeconds(40);
        var renewed = await chiefs.AcquireAsync(Office.SectionChief);
        renewed.AcquireTime.ShouldBe(held.AcquireTime);
        renewed.ExpireTime.ToDateTimeOffset().ShouldBeGreaterThan(held.ExpireTime.ToDateTimeOffset());
        chiefs.Clock.Shift += TimeSpan.FromSeconds(40);
        await Refused.ForAsync("DRAFT_LOCKED", () => chiefs.AcquireAsync(TwoChiefs.Other));

        chiefs.Clock.Shift += TimeSpan.FromSeconds(30);
        (await chiefs.On.GetAsync()).DraftLock.ShouldBeNull();
        (await chiefs.AcquireAsync(TwoChiefs.Other)).PersonDisplayName.ShouldBe("王副科长");
        (await chiefs.As(TwoChiefs.Other).UpdateOutgoingDocumentAsync(change)).OutgoingDocument.Body.ShouldBe("改后的正文。");
    }

    [Theory, EveryDatabase]
    public async Task Of_two_at_once_one_gets_it(StoreKind store)
    {
        await using var chiefs = await TwoChiefs.StartAsync(store);
        var reasons = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Refused.ReasonOfAsync(
            chiefs.LocksAs(i % 2 == 0 ? Office.SectionChief : TwoChiefs.Other).AcquireDraftLockAsync(new AcquireDraftLockRequest { Name = chiefs.On.Name }))));
        reasons.Count(r => r == "DRAFT_LOCKED").ShouldBe(3);
        reasons.Count(r => r.Length == 0).ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Only_whoever_may_change_the_document_locks_it(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        DraftLockService.DraftLockServiceClient As(string person) => new(suite.As("document", person));
        var request = new AcquireDraftLockRequest { Name = on.Name };
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", As(DraftUnderway.Outsider).AcquireDraftLockAsync(request));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", As(Office.SectionChief).AcquireDraftLockAsync(request));
        await Refused.ForAsync("PERMISSION_DENIED", As(Office.County).AcquireDraftLockAsync(request));
        var lease = (await As(Office.Staff).AcquireDraftLockAsync(request)).DraftLock;
        (lease.ExpireTime.ToDateTimeOffset() - lease.AcquireTime.ToDateTimeOffset()).ShouldBe(TimeSpan.FromMinutes(5));
    }
}
