using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.People;

public sealed class UpdatePersonTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Who_leaves_holds_no_post(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var person = await office.PersonAsync((await office.PostAsync()).Name);
        person.Left = true;
        var left = await office.ChangeAsync(person, "left");
        left.Left.ShouldBeTrue();
        left.Posts.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Changing_posts_changes_the_etag_and_a_stale_one_is_refused(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var person = await office.PersonAsync((await office.PostAsync()).Name);
        var sent = person.Clone();
        sent.Posts.Add((await office.PostAsync()).Name);
        var changed = await office.ChangeAsync(sent, "posts");
        changed.Posts.ShouldBe(sent.Posts);
        changed.Etag.ShouldNotBe(person.Etag);
        await Refused.ForAsync("STALE_ETAG", () => office.ChangeAsync(person, "posts"));
    }
}
