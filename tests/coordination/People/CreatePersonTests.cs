using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.People;

public sealed class CreatePersonTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Several_posts_are_held_in_the_order_given(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        string[] posts = [(await office.PostAsync()).Name, (await office.PostAsync()).Name, (await office.PostAsync()).Name];
        string[] order = [posts[2], posts[0], posts[1]];
        var person = await office.PersonAsync(order);
        person.Posts.ShouldBe(order);
        (await office.People.GetPersonAsync(new GetPersonRequest { Name = person.Name })).Person.ShouldBe(person);
    }

    [Theory, EveryDatabase]
    public async Task An_account_belongs_to_one_person(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var account = $"a{Guid.NewGuid():N}";
        await office.People.CreatePersonAsync(new CreatePersonRequest { Person = new Person { DisplayName = "甲", Account = account } });
        var info = await Refused.ForAsync("NAME_TAKEN", office.People.CreatePersonAsync(new CreatePersonRequest { Person = new Person { DisplayName = "乙", Account = account } }));
        info.Metadata["name"].ShouldBe(account);
    }

    [Theory, EveryDatabase]
    public async Task Posts_must_exist_and_be_open(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        await Refused.ForAsync("POST_NOT_FOUND", () => office.PersonAsync("posts/nowhere"));
        var post = await office.PostAsync();
        post.Closed = true;
        await office.ChangeAsync(post, "closed");
        await Refused.ForAsync("POST_CLOSED", () => office.PersonAsync(post.Name));
    }
}
