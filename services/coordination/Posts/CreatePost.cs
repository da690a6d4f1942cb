using Backoffice.Coordination.V1;
using Backoffice.Platform.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Posts;

internal sealed partial class PostService
{
    public override async Task<CreatePostResponse> CreatePost(CreatePostRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var post = new Post { Name = NewName.Of("posts", request.PostId) };
        if (await db.Posts.AnyAsync(p => p.Name == post.Name, stop))
            throw CoordinationErrors.NameTaken(post.Name);
        Post.Mask.ApplyAll(request.Post, post);
        await CheckAsync(post, stop);

        db.Posts.Add(post);
        return await publisher.CommitAsync(turn, post.Name, new CreatePostResponse { Post = post.ToProto() });
    }
}
