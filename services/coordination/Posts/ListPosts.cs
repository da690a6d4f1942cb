using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Posts;

internal sealed partial class PostService
{
    public override async Task<ListPostsResponse> ListPosts(ListPostsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var after = page.After?.Text() ?? "";
        var posts = await db.Posts.AsNoTracking().Where(p => p.Name.CompareTo(after) > 0).OrderBy(p => p.Name)
            .Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListPostsResponse
        {
            Posts = { posts.Take(page.Size).Select(p => p.ToProto()) },
            NextPageToken = page.Next(posts, p => PageKey.Of(p.Name)),
        };
    }
}
