using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Posts;

internal sealed partial class PostService
{
    public override async Task<UpdatePostResponse> UpdatePost(UpdatePostRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Name == request.Post.Name, stop) ?? throw CoordinationErrors.PostNotFound(request.Post.Name);
        post.ExpectEtag(request.Post.Etag, post.Name);
        Post.Mask.Apply(request.UpdateMask, request.Post, post);
        post.Touch();
        await CheckAsync(post, stop);

        return await publisher.CommitAsync(turn, post.Name, new UpdatePostResponse { Post = post.ToProto() });
    }
}
