using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Posts;

public sealed class UpdatePostTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_post_is_not_its_own_backup(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var post = await office.PostAsync();
        post.BackupPost = post.Name;
        await Refused.ForAsync("BACKUP_IS_SELF", () => office.ChangeAsync(post, "backup_post"));
    }

    [Theory, EveryDatabase]
    public async Task A_post_somebody_holds_stays_open(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var post = await office.PostAsync();
        var person = await office.PersonAsync(post.Name);
        post.Closed = true;
        var info = await Refused.ForAsync("POST_HELD", () => office.ChangeAsync(post, "closed"));
        info.Metadata["person"].ShouldBe(person.Name);
        person.Posts.Clear();
        await office.ChangeAsync(person, "posts");
        (await office.ChangeAsync(post, "closed")).Closed.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task A_post_gets_its_function_in_procedures(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var post = await office.PostAsync();
        post.Function.ShouldBe(PostFunction.Unspecified);
        post.Function = PostFunction.SectionChief;
        await office.ChangeAsync(post, "function");
        (await office.Posts.GetPostAsync(new GetPostRequest { Name = post.Name })).Post.Function.ShouldBe(PostFunction.SectionChief);
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_is_refused(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var post = await office.PostAsync();
        await office.ChangeAsync(post, "display_name");
        await Refused.ForAsync("STALE_ETAG", () => office.ChangeAsync(post, "display_name"));
    }
}
