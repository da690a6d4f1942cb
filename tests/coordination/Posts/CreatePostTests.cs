using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Posts;

public sealed class CreatePostTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_created_post_keeps_duties_and_backup(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var backup = await office.PostAsync();
        var sent = new Post { DisplayName = "文书", Unit = backup.Unit, Responsibilities = { "收文登记", "发文编号" }, BackupPost = backup.Name };
        var created = (await office.Posts.CreatePostAsync(new CreatePostRequest { Post = sent })).Post;
        (await office.Posts.GetPostAsync(new GetPostRequest { Name = created.Name })).Post.ShouldBe(created);
        created.Responsibilities.ShouldBe(sent.Responsibilities);
        created.BackupPost.ShouldBe(backup.Name);
    }

    [Theory, EveryDatabase]
    public async Task Unit_and_backup_must_exist_and_the_name_be_free(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        await Refused.ForAsync("UNIT_NOT_FOUND", () => office.PostAsync("units/nowhere"));
        await Refused.ForAsync("POST_NOT_FOUND", () => office.PostAsync(backup: "posts/nowhere"));
        var post = await office.PostAsync();
        await Refused.ForAsync("NAME_TAKEN", office.Posts.CreatePostAsync(new CreatePostRequest { PostId = post.Name["posts/".Length..], Post = post }));
    }
}
