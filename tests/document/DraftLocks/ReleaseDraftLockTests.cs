using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.DraftLocks;

public sealed class ReleaseDraftLockTests
{
    [Theory, EveryDatabase]
    public async Task The_holder_gives_it_back_and_nobody_else_does(StoreKind store)
    {
        await using var chiefs = await TwoChiefs.StartAsync(store);
        var release = new ReleaseDraftLockRequest { Name = chiefs.On.Name };
        var held = await chiefs.AcquireAsync(Office.SectionChief);
        await chiefs.LocksAs(TwoChiefs.Other).ReleaseDraftLockAsync(release);
        (await chiefs.On.GetAsync()).DraftLock.ShouldBe(held);

        await chiefs.LocksAs(Office.SectionChief).ReleaseDraftLockAsync(release);
        await chiefs.LocksAs(Office.SectionChief).ReleaseDraftLockAsync(release);

        (await chiefs.On.GetAsync()).DraftLock.ShouldBeNull();
        (await chiefs.AcquireAsync(TwoChiefs.Other)).Person.ShouldBe("people/co-chief");
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", chiefs.LocksAs(Office.FinanceChief).ReleaseDraftLockAsync(release));
    }
}
