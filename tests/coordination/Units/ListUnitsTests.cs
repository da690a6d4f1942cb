using Backoffice.Coordination.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Units;

public sealed class ListUnitsTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Walking_the_pages_reads_every_unit_once(StoreKind store)
    {
        var office = await suites.OrganisationOn(store);
        var created = new List<string>();
        for (var i = 0; i < 7; i++)
            created.Add((await office.UnitAsync()).Name);
        var walked = new List<string>();
        var request = new ListUnitsRequest { PageSize = 3 };
        do
        {
            var page = await office.Units.ListUnitsAsync(request);
            walked.AddRange(page.Units.Select(u => u.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        walked.Distinct().Count().ShouldBe(walked.Count);
        created.Except(walked).ShouldBeEmpty();
    }
}
