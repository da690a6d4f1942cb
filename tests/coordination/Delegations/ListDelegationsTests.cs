using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Delegations;

public sealed class ListDelegationsTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Newest_come_first_page_by_page(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var absence = await Absence.OfAsync(new Organisation(suite));
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
            made.Add((await absence.DelegateAsync(i, i + 1)).Name);
        (await WalkAsync(absence, new ListDelegationsRequest { PageSize = 2 })).ShouldBe(Enumerable.Reverse(made).ToList());
    }

    [Theory, EveryDatabase]
    public async Task Current_are_those_that_run_now_and_were_not_revoked(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var absence = await Absence.OfAsync(new Organisation(suite));
        var other = await Absence.OfAsync(absence.Office);
        var running = await absence.DelegateAsync(-1, 1);
        await absence.DelegateAsync(1, 2);
        var revoked = await other.DelegateAsync(-1, 1);
        await other.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = revoked.Name });
        (await WalkAsync(absence, new ListDelegationsRequest { CurrentOnly = true })).ShouldBe([running.Name]);
        (await WalkAsync(absence, new ListDelegationsRequest())).Count.ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Another_organ_does_not_list_them(StoreKind store)
    {
        var absence = await Absence.OfAsync(await suites.OrganisationOn(store));
        await Refused.ForAsync("PERMISSION_DENIED", absence.Office.DelegationsAs(absence.Deputy, Role.Counterpart).ListDelegationsAsync(new ListDelegationsRequest()));
    }

    private static async Task<List<string>> WalkAsync(Absence absence, ListDelegationsRequest request)
    {
        var names = new List<string>();
        do
        {
            var page = await absence.AsDeputy.ListDelegationsAsync(request);
            names.AddRange(page.Delegations.Select(d => d.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }
}
