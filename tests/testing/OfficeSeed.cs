using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace Backoffice.Testing;

/// <summary>Enters the test bureau into a real coordination service, as its administrator would.</summary>
public static class OfficeSeed
{
    public static async Task SeedAsync(this Suite suite, params IReadOnlyList<string> services)
    {
        var sysadmin = suite.Call("coordination", "sysadmin", Role.SystemAdministrator);
        foreach (var unit in Office.Directory.Units)
            await new UnitService.UnitServiceClient(sysadmin).CreateUnitAsync(new CreateUnitRequest { UnitId = Last(unit.Name), Unit = unit });
        foreach (var post in Office.Directory.Posts)
            await new PostService.PostServiceClient(sysadmin).CreatePostAsync(new CreatePostRequest { PostId = Last(post.Name), Post = post });
        foreach (var person in Office.Directory.People)
            await new PersonService.PersonServiceClient(sysadmin).CreatePersonAsync(new CreatePersonRequest { PersonId = Last(person.Name), Person = person });
        var version = Office.Directory.Units.Count + Office.Directory.Posts.Count + Office.Directory.People.Count;
        foreach (var service in services)
            await Eventually.TrueAsync(() => Task.FromResult(suite.Services(service).GetRequiredService<DirectoryCache>().Current.Version >= version));
    }

    private static string Last(string name) => name.Split('/')[1];
}
