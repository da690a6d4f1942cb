using Backoffice.Coordination.Directory;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.People;

/// <summary>The rpcs of people; one file each.</summary>
internal sealed partial class PersonService(CoordinationDb db, DirectoryPublisher publisher) : V1.PersonService.PersonServiceBase
{
    /// <summary>What must hold of a person among the others, whatever changed.</summary>
    private async Task CheckAsync(Person person, CancellationToken stop)
    {
        if (person.Left)
            person.Hold([]);
        if (person.Account is { } account && await db.People.AnyAsync(p => p.Account == account && p.Name != person.Name, stop))
            throw CoordinationErrors.NameTaken(account);
        var wanted = person.Holdings.Select(h => h.Post).ToList();
        var posts = await db.Posts.AsNoTracking().Where(p => wanted.Contains(p.Name)).ToDictionaryAsync(p => p.Name, stop);
        foreach (var name in wanted)
        {
            if (!posts.TryGetValue(name, out var post))
                throw CoordinationErrors.PostNotFound(name);
            if (post.Closed)
                throw CoordinationErrors.Closed(name);
        }
    }
}
