using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.People;

public sealed class ListPeopleTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Walking_the_pages_reads_everybody_once_with_their_posts(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var post = await office.PostAsync();
        var created = new List<Person>();
        for (var i = 0; i < 5; i++)
            created.Add(await office.PersonAsync(post.Name));
        var walked = new List<Person>();
        var request = new ListPeopleRequest { PageSize = 2 };
        do
        {
            var page = await office.People.ListPeopleAsync(request);
            walked.AddRange(page.People);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        walked.Select(p => p.Name).Distinct().Count().ShouldBe(walked.Count);
        created.Except(walked).ShouldBeEmpty();
    }
}
