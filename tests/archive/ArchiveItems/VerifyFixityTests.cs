using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using static Backoffice.Archive.Tests.ArchiveOffice;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed class VerifyFixityTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Content_as_filed_is_recorded_as_intact_and_nobody_is_alarmed(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1982));
        var checkedItem = await office.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = filed.Name });
        checkedItem.FoundSha256.ShouldBe(filed.Sha256);
        checkedItem.ArchiveItem.ShouldBe(new ArchiveItem(filed) { Etag = "2", FixityIntact = true, FixityCheckTime = checkedItem.ArchiveItem.FixityCheckTime });
        checkedItem.ArchiveItem.FixityCheckTime.ToDateTimeOffset().ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await office.GetAsync(filed.Name)).ShouldBe(checkedItem.ArchiveItem);
        (await BrokenAsync(office, filed)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task One_altered_byte_is_found_and_told(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1983));
        var path = office.PathOf(filed.Sha256);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        var answer = await office.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = filed.Name });
        answer.FoundSha256.ShouldBe(HashOf(bytes));
        (answer.ArchiveItem.FixityIntact, answer.ArchiveItem.Sha256).ShouldBe((false, filed.Sha256));
        (await BrokenAsync(office, filed)).ShouldBe([new FixityBroken { ArchiveItem = filed.Name, ExpectedSha256 = filed.Sha256, FoundSha256 = HashOf(bytes) }]);

        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        (await office.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = filed.Name })).ArchiveItem.FixityIntact.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task Content_that_is_gone_is_found_and_told_with_an_empty_hash(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1984));
        File.Delete(office.PathOf(filed.Sha256));
        var answer = await office.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = filed.Name });
        (answer.FoundSha256, answer.ArchiveItem.FixityIntact).ShouldBe(("", false));
        answer.ArchiveItem.FixityCheckTime.ShouldNotBeNull();
        (await BrokenAsync(office, filed)).ShouldBe([new FixityBroken { ArchiveItem = filed.Name, ExpectedSha256 = filed.Sha256 }]);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer_whatever_the_content_is_by_now(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1985));
        var request = new VerifyFixityRequest { Name = filed.Name, RequestId = Guid.NewGuid().ToString() };
        var first = await office.Archivist.VerifyFixityAsync(request);
        File.Delete(office.PathOf(filed.Sha256));
        (await office.Archivist.VerifyFixityAsync(request)).ShouldBe(first);
        (await BrokenAsync(office, filed)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Checks_at_once_are_all_recorded(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1986));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await office.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = filed.Name })));
        (await office.GetAsync(filed.Name)).Etag.ShouldBe("9");
    }

    [Theory, EveryDatabase]
    public async Task An_item_that_is_none_is_not_found_and_readers_do_not_check(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var request = new VerifyFixityRequest { Name = $"archiveItems/{Guid.NewGuid()}" };
        await Refused.ForAsync("ARCHIVE_ITEM_NOT_FOUND", office.Archivist.VerifyFixityAsync(request));
        await Refused.ForAsync("PERMISSION_DENIED", office.As("director", Role.Director).VerifyFixityAsync(request));
        (await Refused.FieldsOfAsync(office.Archivist.VerifyFixityAsync(new VerifyFixityRequest { Name = "x", RequestId = "y" }))).ShouldBe(["name", "request_id"]);
    }

    private static async Task<IEnumerable<FixityBroken>> BrokenAsync(ArchiveOffice office, ArchiveItem item) =>
        (await office.Suite.EventsAsync<FixityBroken>("archive")).Where(e => e.ArchiveItem == item.Name);
}
