using Backoffice.Archive.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Archive.Tests.ArchiveItems;

public sealed class GetArchiveItemTests(ArchiveSuites suites)
{
    [Theory, EveryDatabase]
    public async Task An_item_is_read_as_filed_by_all_who_read_the_archive(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        var filed = await office.FileAsync(ArchiveOffice.Item(1974));
        foreach (var role in (Role[])[Role.Archivist, Role.OfficeDirector, Role.DeputyDirector, Role.Director])
            (await office.As("reader", role).GetArchiveItemAsync(new GetArchiveItemRequest { Name = filed.Name })).ArchiveItem.ShouldBe(filed);
        foreach (var role in (Role[])[Role.Clerk, Role.SectionChief, Role.SystemAdministrator, Role.SecurityAuditor])
            await Refused.ForAsync("PERMISSION_DENIED", office.As("other", role).GetArchiveItemAsync(new GetArchiveItemRequest { Name = filed.Name }));
    }

    [Theory, EveryDatabase]
    public async Task An_item_that_is_none_is_not_found(StoreKind store)
    {
        var office = new ArchiveOffice(await suites.On(store));
        foreach (var name in (string[])[$"archiveItems/{Guid.NewGuid()}", $"archiveItems/{new string('-', 36)}"])
            (await Refused.ForAsync("ARCHIVE_ITEM_NOT_FOUND", office.Archivist.GetArchiveItemAsync(new GetArchiveItemRequest { Name = name }))).Metadata["name"].ShouldBe(name);
        (await Refused.FieldsOfAsync(office.Archivist.GetArchiveItemAsync(new GetArchiveItemRequest { Name = "archiveItems/../rooms" }))).ShouldBe(["name"]);
    }
}
