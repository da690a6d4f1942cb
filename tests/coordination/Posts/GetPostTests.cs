using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

namespace Backoffice.Coordination.Tests.Posts;

public sealed class GetPostTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_post_that_is_none_is_not_found(StoreKind store) =>
        await Refused.ForAsync("POST_NOT_FOUND", (await suites.OrganisationOn(store)).Posts.GetPostAsync(new GetPostRequest { Name = "posts/none" }));
}
