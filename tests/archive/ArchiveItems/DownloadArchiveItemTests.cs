using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using static Backoffice.Archive.Tests.ArchiveOffice;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed class DownloadArchiveItemTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_bytes_come_as_filed_in_chunks_and_the_item_with_the_first(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        byte[] content = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];
        var filed = await office.FileAsync(Item(1987, "扫描件", content));
        var (item, downloaded, chunks) = await office.DownloadAsync(filed.Name);
        item.ShouldBe(filed);
        downloaded.ShouldBe(content);
        chunks.ShouldBe(4);
    }

    [Theory, EveryDatabase]
    public async Task Content_that_is_gone_is_said_to_be_missing(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1988));
        File.Delete(office.PathOf(filed.Sha256));
        (await Refused.ForAsync("CONTENT_MISSING", () => office.DownloadAsync(filed.Name))).Metadata["name"].ShouldBe(filed.Name);
    }

    [Theory, EveryDatabase]
    public async Task A_download_is_audited(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(Item(1989));
        await office.DownloadAsync(filed.Name);
        var auditor = new AuditService.AuditServiceClient(office.Suite.Call("archive", "auditor", Role.SecurityAuditor));
        var entries = (await auditor.ListAuditEntriesAsync(new ListAuditEntriesRequest { Parent = "services/archive", Resource = filed.Name })).AuditEntries;
        entries.Select(e => e.Method.Split('/')[1]).ShouldBe(["DownloadArchiveItem", "FileArchiveItem"]);
    }

    [Theory, EveryDatabase]
    public async Task An_item_that_is_none_is_not_found_and_a_clerk_downloads_nothing(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        await Refused.ForAsync("ARCHIVE_ITEM_NOT_FOUND", () => office.DownloadAsync($"archiveItems/{Guid.NewGuid()}"));
        using var call = office.As("clerk", Role.Clerk).DownloadArchiveItem(new DownloadArchiveItemRequest { Name = $"archiveItems/{Guid.NewGuid()}" });
        await Refused.ForAsync("PERMISSION_DENIED", async () => await call.ResponseStream.MoveNext());
    }
}
