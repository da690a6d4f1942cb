using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Delegations;

public sealed class RevokeDelegationTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Who_delegated_ends_it_and_the_directory_forgets_it(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var delegation = await absence.DelegateAsync(-1, 9);
        var revoked = (await absence.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name, Etag = delegation.Etag })).Delegation;
        revoked.RevokeTime.ShouldNotBeNull();
        revoked.ShouldBe(new Delegation(delegation) { Etag = "2", RevokeTime = revoked.RevokeTime });
        (await absence.Office.Directory.GetDirectoryAsync(new GetDirectoryRequest())).Directory.Delegations.ShouldNotContain(d => d.Name == delegation.Name);
    }

    [Theory, EveryDatabase]
    public async Task The_office_director_ends_it_and_so_does_the_holder_for_whom_it_was_made(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var director = await absence.OfficeDirectorAsync();
        var byChief = await absence.DelegateAsync(1, 9);
        await director.RevokeDelegationAsync(new RevokeDelegationRequest { Name = byChief.Name });
        var byDirector = (await director.CreateDelegationAsync(absence.Request(1, 9))).Delegation;
        await absence.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = byDirector.Name });
    }

    [Theory, EveryDatabase]
    public async Task The_deputy_does_not_end_it(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var delegation = await absence.DelegateAsync(1, 9);
        foreach (var role in (Role[])[Role.Clerk, Role.SectionChief, Role.DeputyDirector, Role.Director, Role.Archivist])
        {
            var refused = await Refused.ForAsync("NOT_YOUR_DELEGATION", absence.Office.DelegationsAs(absence.Deputy, role).RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name }));
            (refused.Metadata["name"], refused.Metadata["creator"], refused.Metadata["post"]).ShouldBe((delegation.Name, absence.Chief.Name, absence.Post));
        }
        (await absence.AsDeputy.GetDelegationAsync(new GetDelegationRequest { Name = delegation.Name })).Delegation.ShouldBe(delegation);
    }

    [Theory, EveryDatabase]
    public async Task What_is_over_is_not_ended_again(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var request = new RevokeDelegationRequest { Name = (await absence.DelegateAsync(1, 9)).Name };
        await absence.AsChief.RevokeDelegationAsync(request);
        await Refused.ForAsync("DELEGATION_OVER", absence.AsChief.RevokeDelegationAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task A_stale_etag_and_an_unknown_name_are_refused(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var delegation = await absence.DelegateAsync(1, 9);
        await Refused.ForAsync("STALE_ETAG", absence.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name, Etag = "9" }));
        await Refused.ForAsync("DELEGATION_NOT_FOUND", absence.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = $"delegations/{Guid.NewGuid()}" }));
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var request = new RevokeDelegationRequest { Name = (await absence.DelegateAsync(1, 9)).Name, RequestId = Guid.NewGuid().ToString() };
        var first = await absence.AsChief.RevokeDelegationAsync(request);
        (await absence.AsChief.RevokeDelegationAsync(request)).ShouldBe(first);
    }

    private async Task<Absence> AbsenceOn(StoreKind store) => await Absence.OfAsync(await suites.OrganisationOn(store));
}
