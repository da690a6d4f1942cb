using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

namespace Backoffice.Coordination.Tests.People;

public sealed class GetPersonTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_person_that_is_none_is_not_found(StoreKind store) =>
        await Refused.ForAsync("PERSON_NOT_FOUND", (await suites.OrganisationOn(store)).People.GetPersonAsync(new GetPersonRequest { Name = "people/none" }));
}
