using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class GetInboxCountsTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task Every_tab_is_counted_and_moves_with_the_work(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        var (story, me) = (new Story(Story.As(chief), InboxOffice.Now), Story.As(chief));
        var (late, open, paper) = (story.Task(TaskKind.Act, chief.Posts[0], due: InboxOffice.Now.AddDays(-1)), story.Task(TaskKind.Sign, chief.Posts[0]), story.Task(TaskKind.Read, person: chief.Name));
        await office.HappenAsync(story.Act(me, [late, open, paper]));
        (await office.CountsAsync(chief)).ShouldBe(new InboxCounts { ToDo = 2, ToRead = 1, Started = 1, Overdue = 1 });
        await office.HappenAsync(story.Act(me, [], story.Ended(late, TaskOutcome.Agreed, me), story.Ended(paper, TaskOutcome.Read, me)));
        (await office.CountsAsync(chief)).ShouldBe(new InboxCounts { ToDo = 1, Done = 1, Read = 1, Started = 1 });
        await office.HappenAsync(story.Act(me, [], story.Ended(open, TaskOutcome.Cancelled, me)));
        (await office.CountsAsync(chief)).ShouldBe(new InboxCounts { Done = 1, Read = 1, Started = 1 });
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_others_is_counted(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (chief, other) = (await office.PersonAsync(), await office.PersonAsync());
        await office.GiveAsync(chief, chief.Posts[0], due: InboxOffice.Now.AddDays(-1));
        foreach (var role in (Role[])[Role.Clerk, Role.OfficeDirector, Role.Director])
            (await office.As(other, role).GetInboxCountsAsync(new GetInboxCountsRequest())).Counts.ShouldBe(new InboxCounts());
        (await office.CountsAsync(new Person { Account = chief.Name })).ShouldBe(new InboxCounts());
        await Refused.ForAsync("PERMISSION_DENIED", office.As(chief, Role.Counterpart).GetInboxCountsAsync(new GetInboxCountsRequest()));
    }

    [Theory, EveryDatabase]
    public async Task A_delegated_post_counts_for_both(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var absence = await Delegations.Absence.OfAsync(office.Organisation);
        await office.GiveAsync(absence.Chief, absence.Post, due: InboxOffice.Now.AddDays(-1));
        await absence.DelegateAsync(-1, 1);
        await office.Organisation.KnownAsync();
        (await office.CountsAsync(absence.Deputy)).ShouldBe(new InboxCounts { ToDo = 1, Overdue = 1 });
        (await office.CountsAsync(absence.Chief)).ShouldBe(new InboxCounts { ToDo = 1, Started = 1, Overdue = 1 });
    }

    [Theory, EveryDatabase]
    public async Task An_account_outside_the_directory_has_what_it_started(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (chief, machine) = (await office.PersonAsync(), new Person { Account = $"m{Guid.NewGuid():N}" });
        var story = new Story(new Actor { Person = machine.Account }, InboxOffice.Now);
        await office.HappenAsync(story.Act(new Actor { Person = machine.Account }, [story.Task(TaskKind.Act, chief.Posts[0])]));
        (await office.CountsAsync(machine)).ShouldBe(new InboxCounts { Started = 1 });
    }
}
