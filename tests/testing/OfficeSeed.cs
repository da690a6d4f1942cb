using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Testing;

/// <summary>Enters the test bureau into a real coordination service, as its administrator would.</summary>
public static class OfficeSeed
{
    private static readonly int Bureau = Office.Directory.Units.Count + Office.Directory.Posts.Count + Office.Directory.People.Count;

    public static async Task SeedAsync(this Suite suite, params IReadOnlyList<string> services)
    {
        var sysadmin = suite.Call("coordination", "sysadmin", Role.SystemAdministrator);
        foreach (var unit in Office.Directory.Units)
            await new UnitService.UnitServiceClient(sysadmin).CreateUnitAsync(new CreateUnitRequest { UnitId = Last(unit.Name), Unit = unit });
        foreach (var post in Office.Directory.Posts)
            await new PostService.PostServiceClient(sysadmin).CreatePostAsync(new CreatePostRequest { PostId = Last(post.Name), Post = post });
        foreach (var person in Office.Directory.People)
            await new PersonService.PersonServiceClient(sysadmin).CreatePersonAsync(new CreatePersonRequest { PersonId = Last(person.Name), Person = person });
        await suite.KnownAsync(services, Bureau);
    }

    /// <summary>Enters a crowd beside the bureau: people without a post, who sign in under the last part of their name.</summary>
    /// <returns>`people/{id}` of each.</returns>
    public static async Task<IReadOnlyList<string>> SeedCrowdAsync(this Suite suite, int count, params IReadOnlyList<string> services)
    {
        var people = new PersonService.PersonServiceClient(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
        var ids = Enumerable.Range(1, count).Select(i => $"reader-{i}").ToList();
        await Task.WhenAll(ids.Select(id => people.CreatePersonAsync(
            new CreatePersonRequest { PersonId = id, Person = new Person { DisplayName = id, Account = id } }).ResponseAsync));
        await suite.KnownAsync(services, Bureau + count);
        return [.. ids.Select(id => $"people/{id}")];
    }

    private static async Task KnownAsync(this Suite suite, IReadOnlyList<string> services, int version)
    {
        foreach (var service in services)
            await Eventually.TrueAsync(() => Task.FromResult(suite.Services(service).GetRequiredService<DirectoryCache>().Current.Version >= version));
    }

    private static string Last(string name) => name.Split('/')[1];
}
