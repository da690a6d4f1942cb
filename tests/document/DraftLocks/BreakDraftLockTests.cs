using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DraftLocks;

public sealed class BreakDraftLockTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_office_director_ends_a_lock_with_a_reason(StoreKind store)
    {
        var suite = await suites.On(store);
        // With the deputy director, and seen by the office director, who reviewed it.
        var on = await DraftUnderway.AtAsync(suite, "sign");
        DraftLockService.DraftLockServiceClient As(string person) => new(suite.As("document", person));
        var request = new BreakDraftLockRequest { Name = on.Name, Reason = "出差未归", RequestId = Guid.NewGuid().ToString() };
        await Refused.ForAsync("NOT_LOCKED", As(Office.OfficeDirector).BreakDraftLockAsync(new() { Name = on.Name, Reason = "出差未归" }));
        var held = (await As(Office.DeputyDirector).AcquireDraftLockAsync(new AcquireDraftLockRequest { Name = on.Name })).DraftLock;
        foreach (var other in (string[])[Office.Staff, Office.SectionChief, Office.Director])
            await Refused.ForAsync("PERMISSION_DENIED", As(other).BreakDraftLockAsync(request));

        var ended = await As(Office.OfficeDirector).BreakDraftLockAsync(request);

        ended.DraftLock.ShouldBe(held);
        (await on.GetAsync()).DraftLock.ShouldBeNull();
        (await As(Office.OfficeDirector).BreakDraftLockAsync(request)).ShouldBe(ended);
        var unseen = await DraftUnderway.AtAsync(suite, "draft");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", As(Office.OfficeDirector).BreakDraftLockAsync(new() { Name = unseen.Name, Reason = "出差未归" }));
    }
}
