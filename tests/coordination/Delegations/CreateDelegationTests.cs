using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Backoffice.Coordination.Tests.Delegations;

public sealed class CreateDelegationTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Whoever_holds_a_post_delegates_it(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var request = absence.Request(1, 9);
        var delegation = (await absence.AsChief.CreateDelegationAsync(request)).Delegation;
        delegation.Name.ShouldStartWith("delegations/");
        delegation.ShouldBe(new Delegation(request.Delegation) { Name = delegation.Name, Etag = "1", Creator = absence.Chief.Name });
    }

    [Theory, EveryDatabase]
    public async Task The_directory_every_service_gets_to_know_names_the_deputy(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var delegation = await absence.DelegateAsync(-1, 9);
        (await absence.Office.Directory.GetDirectoryAsync(new GetDirectoryRequest())).Directory.Delegations.ShouldContain(delegation);
        await absence.Office.KnownAsync();
        var directory = (await suites.On(store)).Services("coordination").GetRequiredService<DirectoryCache>().Current;
        var deputy = directory.Describe(new Platform.Callers.Caller { Account = absence.Deputy.Account }, Absence.Now);
        deputy.StandsInFor.ShouldContain(s => s.Post == absence.Post && s.OwnPost == absence.DeputyPost);
    }

    [Theory, EveryDatabase]
    public async Task The_office_director_delegates_any_post_of_the_bureau(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        (await (await absence.OfficeDirectorAsync()).CreateDelegationAsync(absence.Request(1, 9))).Delegation.Post.ShouldBe(absence.Post);
    }

    [Theory, EveryDatabase]
    public async Task The_office_director_does_not_delegate_a_post_of_another_organ(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var office = absence.Office;
        var foreign = await office.PostAsync((await office.UnitAsync(kind: UnitKind.External)).Name);
        var request = absence.Request(1, 9);
        request.Delegation.Post = foreign.Name;
        await Refused.ForAsync("NOT_YOUR_POST", (await absence.OfficeDirectorAsync()).CreateDelegationAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_delegates_it_not_even_to_themselves(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        foreach (var role in (Role[])[Role.Clerk, Role.SectionChief, Role.DeputyDirector, Role.Director, Role.Archivist])
        {
            var refused = await Refused.ForAsync("NOT_YOUR_POST", absence.Office.DelegationsAs(absence.Deputy, role).CreateDelegationAsync(absence.Request(1, 9)));
            refused.Metadata["post"].ShouldBe(absence.Post);
        }
        await Refused.ForAsync("PERMISSION_DENIED", absence.Office.DelegationsAs(absence.Chief, Role.SystemAdministrator).CreateDelegationAsync(absence.Request(1, 9)));
    }

    [Theory, EveryDatabase]
    public async Task Who_held_the_post_once_delegates_it_no_more(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var post = absence.Post;
        var request = absence.Request(1, 9);
        absence.Chief.Posts.Clear();
        await absence.Office.ChangeAsync(absence.Chief, "posts");
        (await Refused.ForAsync("NOT_YOUR_POST", absence.AsChief.CreateDelegationAsync(request))).Metadata["post"].ShouldBe(post);
    }

    [Theory, EveryDatabase]
    public async Task A_post_is_not_its_own_deputy(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var request = absence.Request(1, 9);
        request.Delegation.DeputyPost = absence.Post;
        await Refused.ForAsync("DEPUTY_IS_SELF", absence.AsChief.CreateDelegationAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task A_deputy_post_exists_is_open_and_is_held(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var request = absence.Request(1, 9);
        request.Delegation.DeputyPost = "posts/none";
        await Refused.ForAsync("POST_NOT_FOUND", absence.AsChief.CreateDelegationAsync(request));
        var vacant = await absence.Office.PostAsync();
        request.Delegation.DeputyPost = vacant.Name;
        (await Refused.ForAsync("DEPUTY_VACANT", absence.AsChief.CreateDelegationAsync(request))).Metadata["post"].ShouldBe(vacant.Name);
        vacant.Closed = true;
        await absence.Office.ChangeAsync(vacant, "closed");
        await Refused.ForAsync("POST_CLOSED", absence.AsChief.CreateDelegationAsync(request));
    }

    [Theory, EveryDatabase]
    public async Task A_time_that_ends_before_it_starts_or_is_over_is_refused(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        foreach (var (from, to) in ((double, double)[])[(9, 1), (1, 1), (-9, -1), (1, 24 * 400)])
            await Refused.ForAsync("INVALID_INTERVAL", absence.AsChief.CreateDelegationAsync(absence.Request(from, to)));
    }

    [Theory, EveryDatabase]
    public async Task A_post_has_one_deputy_at_a_time(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var first = await absence.DelegateAsync(1, 9);
        var refused = await Refused.ForAsync("DELEGATED_ALREADY", absence.AsChief.CreateDelegationAsync(absence.Request(8, 12)));
        DateTimeOffset.Parse(refused.Metadata["start_time"]).ShouldBe(first.StartTime.ToDateTimeOffset());
        await absence.DelegateAsync(9, 12);
        await absence.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = first.Name });
        await absence.DelegateAsync(2, 8);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_at_once_one_is_made(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var reasons = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Refused.ReasonOfAsync(absence.AsChief.CreateDelegationAsync(absence.Request(1, 9)))));
        reasons.Order(StringComparer.Ordinal).ShouldBe(["", .. Enumerable.Repeat("DELEGATED_ALREADY", 7)]);
    }

    [Theory, EveryDatabase]
    public async Task The_database_itself_keeps_delegations_of_a_post_apart(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        await absence.DelegateAsync(1, 9);
        await using var scope = (await suites.On(store)).Services("coordination").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
        await using var turn = await db.BeginTurnAsync(Writer.For("test", "slip"), CancellationToken.None);
        db.Delegations.Add(new Coordination.Delegations.Delegation
        {
            Id = Guid.NewGuid(),
            Post = absence.Post,
            DeputyPost = absence.DeputyPost,
            Creator = "test",
            Reason = "",
            Appointment = "",
            StartTime = Absence.Now.AddHours(8),
            EndTime = Absence.Now.AddHours(12),
        });
        await Should.ThrowAsync<DbUpdateException>(turn.CommitAsync);
    }

    [Theory, EveryDatabase]
    public async Task A_repeat_gets_the_first_answer(StoreKind store)
    {
        var absence = await AbsenceOn(store);
        var request = absence.Request(1, 9);
        request.RequestId = Guid.NewGuid().ToString();
        var first = await absence.AsChief.CreateDelegationAsync(request);
        (await absence.AsChief.CreateDelegationAsync(request)).ShouldBe(first);
    }

    private async Task<Absence> AbsenceOn(StoreKind store) => await Absence.OfAsync(await suites.OrganisationOn(store));
}
