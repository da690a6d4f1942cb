using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Xunit;

namespace Backoffice.Coordination.Tests.Units;

public sealed class GetUnitTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_unit_that_is_none_is_not_found(StoreKind store) =>
        await Refused.ForAsync("UNIT_NOT_FOUND", (await suites.OrganisationOn(store)).Units.GetUnitAsync(new GetUnitRequest { Name = "units/none" }));
}
