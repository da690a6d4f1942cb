using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Posts;

internal sealed partial class PostService
{
    public override async Task<GetPostResponse> GetPost(GetPostRequest request, ServerCallContext context)
    {
        var post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Name == request.Name, context.CancellationToken)
            ?? throw CoordinationErrors.PostNotFound(request.Name);
        return new GetPostResponse { Post = post.ToProto() };
    }
}
