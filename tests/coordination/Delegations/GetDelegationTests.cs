using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Delegations;

public sealed class GetDelegationTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Everybody_in_the_office_reads_who_stands_in_for_whom(StoreKind store)
    {
        var absence = await Absence.OfAsync(await suites.OrganisationOn(store));
        var delegation = await absence.DelegateAsync(1, 9);
        var request = new GetDelegationRequest { Name = delegation.Name };
        foreach (var role in (Role[])[Role.Clerk, Role.SectionChief, Role.OfficeDirector, Role.DeputyDirector, Role.Director, Role.Archivist])
            (await absence.Office.DelegationsAs(absence.Deputy, role).GetDelegationAsync(request)).Delegation.ShouldBe(delegation);
        await Refused.ForAsync("PERMISSION_DENIED", absence.Office.DelegationsAs(absence.Deputy, Role.Counterpart).GetDelegationAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task A_delegation_that_is_none_is_not_found(StoreKind store)
    {
        var absence = await Absence.OfAsync(await suites.OrganisationOn(store));
        foreach (var name in (string[])[$"delegations/{Guid.NewGuid()}", $"delegations/{new string('-', 36)}"])
            (await Refused.ForAsync("DELEGATION_NOT_FOUND", absence.AsChief.GetDelegationAsync(new GetDelegationRequest { Name = name }))).Metadata["name"].ShouldBe(name);
    }
}
