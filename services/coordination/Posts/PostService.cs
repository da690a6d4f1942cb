using Backoffice.Coordination.Directory;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Posts;

/// <summary>The rpcs of posts; one file each.</summary>
internal sealed partial class PostService(CoordinationDb db, DirectoryPublisher publisher) : V1.PostService.PostServiceBase
{
    /// <summary>What must hold of a post among the others, whatever changed.</summary>
    private async Task CheckAsync(Post post, CancellationToken stop)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Name == post.Unit, stop) ?? throw CoordinationErrors.UnitNotFound(post.Unit);
        if (unit.Closed && !post.Closed)
            throw CoordinationErrors.Closed(unit.Name);
        if (post.BackupPost == post.Name)
            throw CoordinationErrors.BackupIsSelf(post.Name);
        if (post.BackupPost.Length > 0 && !await db.Posts.AnyAsync(p => p.Name == post.BackupPost, stop))
            throw CoordinationErrors.PostNotFound(post.BackupPost);
        var holder = post.Closed ? await db.Set<People.Holding>().Where(h => h.Post == post.Name).Select(h => h.Person).FirstOrDefaultAsync(stop) : null;
        if (holder is not null)
            throw CoordinationErrors.PostHeld(post.Name, holder);
    }
}
