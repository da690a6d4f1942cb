using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Directory;

public sealed class CheckDirectoryTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Work_that_would_reach_nobody_is_named(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var empty = await office.UnitAsync();
        var unheld = await office.PostAsync();
        var idle = await office.PersonAsync();

        var found = await FindAsync(office);
        found.ShouldContain((empty.Name, DirectoryFindingKind.UnitWithoutPost));
        found.ShouldContain((unheld.Name, DirectoryFindingKind.PostWithoutHolder));
        found.ShouldContain((unheld.Name, DirectoryFindingKind.PostWithoutBackup));
        found.ShouldContain((idle.Name, DirectoryFindingKind.PersonWithoutPost));
    }

    [Theory, EveryDatabase]
    public async Task A_backup_held_by_the_same_person_is_none(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var backup = await office.PostAsync();
        var post = await office.PostAsync(backup: backup.Name);
        var person = await office.PersonAsync(post.Name, backup.Name);
        (await FindAsync(office)).ShouldContain((post.Name, DirectoryFindingKind.PostWithoutBackup));
        await office.PersonAsync(backup.Name);
        (await FindAsync(office)).Where(f => f.Item1 == post.Name || f.Item1 == person.Name).ShouldBeEmpty();
    }

    private static async Task<List<(string, DirectoryFindingKind)>> FindAsync(Organisation office) =>
        [.. (await office.Directory.CheckDirectoryAsync(new CheckDirectoryRequest())).Findings.Select(f => (f.Name, f.Kind))];
}
