using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Posts;

public sealed class ListPostsTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Walking_the_pages_reads_every_post_once(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var created = new List<string>();
        for (var i = 0; i < 5; i++)
            created.Add((await office.PostAsync()).Name);
        var walked = new List<string>();
        var request = new ListPostsRequest { PageSize = 2 };
        do
        {
            var page = await office.Posts.ListPostsAsync(request);
            walked.AddRange(page.Posts.Select(p => p.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        walked.Distinct().Count().ShouldBe(walked.Count);
        created.Except(walked).ShouldBeEmpty();
    }
}
