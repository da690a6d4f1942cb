using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Shouldly;
using Xunit;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class ListInboxItemsTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_task_waits_for_whoever_holds_its_post(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        var story = new Story(Story.As(clerk), InboxOffice.Now) { Urgency = 2 };
        var task = story.Task(TaskKind.Act, chief.Posts[0], due: InboxOffice.Now.AddDays(1));
        var act = story.Act(Story.As(clerk), [task]);
        await office.HappenAsync(act);
        var shown = (await office.ListAsync(chief, InboxTab.ToDo)).ShouldHaveSingleItem();
        shown.ShouldBe(new InboxItem
        {
            Service = "document",
            Matter = story.Name,
            Task = task,
            Subject = act.Subject,
            Title = act.Title,
            SubjectNumber = act.SubjectNumber,
            Urgency = 2,
            ProcedureTitle = act.ProcedureTitle,
            StepTitle = act.StepTitle,
            State = MatterState.Running,
            HolderPost = chief.Posts[0],
            Starter = Story.As(clerk),
            Sender = Story.As(clerk),
            UpdateTime = act.Time,
            PageTokenAfter = shown.PageTokenAfter,
        });
    }

    [Theory, EveryDatabase]
    public async Task Whoever_has_acted_on_an_item_gets_the_next_of_the_same_list(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        var stories = new List<(Story Story, Procedures.V1.Task Task)>();
        foreach (var urgency in (int[])[2, 0, 2, 2])
        {
            var story = new Story(Story.As(clerk), InboxOffice.Now) { Urgency = urgency };
            var task = story.Task(TaskKind.Act, chief.Posts[0], due: InboxOffice.Now.AddDays(stories.Count + 1));
            await office.HappenAsync(story.Act(Story.As(clerk), [task]));
            stories.Add((story, task));
        }
        var list = new ListInboxItemsRequest { Tab = InboxTab.ToDo, Filter = "urgency = 2", OrderBy = "due_time" };
        var items = (await office.As(chief).ListInboxItemsAsync(list)).Items;
        items.Select(i => i.Matter).ShouldBe([stories[0].Story.Name, stories[2].Story.Name, stories[3].Story.Name]);
        await office.HappenAsync(stories[0].Story.Act(Story.As(chief), [], stories[0].Story.Ended(stories[0].Task, TaskOutcome.Agreed, Story.As(chief))));

        (await NextAsync(items[0])).ShouldBe([stories[2].Story.Name]);
        (await NextAsync(items[2])).ShouldBeEmpty();
        await Refused.ForAsync("INVALID_PAGE_TOKEN", office.As(chief).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToDo, PageToken = items[0].PageTokenAfter }));

        async Task<IEnumerable<string>> NextAsync(InboxItem item)
        {
            var next = list.Clone();
            (next.PageSize, next.PageToken) = (1, item.PageTokenAfter);
            return (await office.As(chief).ListInboxItemsAsync(next)).Items.Select(i => i.Matter);
        }
    }

    [Theory, EveryDatabase]
    public async Task Nobody_else_sees_it_whatever_their_role(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief, other) = (await office.PersonAsync(), await office.PersonAsync(), await office.PersonAsync());
        var story = new Story(Story.As(clerk), InboxOffice.Now);
        var task = story.Task(TaskKind.Act, chief.Posts[0]);
        await office.HappenAsync(story.Act(Story.As(clerk), [task, story.Task(TaskKind.Read, person: chief.Name)]));
        await office.HappenAsync(story.Act(Story.As(chief), [], story.Ended(task, TaskOutcome.Agreed, Story.As(chief))));
        foreach (var role in (Role[])[Role.Clerk, Role.SectionChief, Role.OfficeDirector, Role.DeputyDirector, Role.Director, Role.Archivist])
        {
            foreach (var tab in Enum.GetValues<InboxTab>().Where(t => t != InboxTab.Unspecified))
                (await office.As(other, role).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = tab, Filter = "" })).Items.ShouldBeEmpty();
        }
        foreach (var role in (Role[])[Role.Counterpart, Role.SystemAdministrator, Role.SecurityAuditor])
            await Refused.ForAsync("PERMISSION_DENIED", office.As(chief, role).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToDo }));
    }

    [Theory, EveryDatabase]
    public async Task An_account_that_is_called_like_somebody_of_the_directory_sees_nothing_of_theirs(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        await office.GiveAsync(chief, chief.Posts[0]);
        foreach (var name in (string[])[chief.Name, chief.Posts[0]])
        {
            var impostor = new Person { Account = name };
            foreach (var tab in (InboxTab[])[InboxTab.ToDo, InboxTab.Started])
                (await office.ListAsync(impostor, tab)).ShouldBeEmpty();
        }
    }

    [Theory, EveryDatabase]
    public async Task What_was_done_stays_with_who_did_it_when_the_post_changes_hands(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        var post = chief.Posts[0];
        var story = new Story(Story.As(clerk), InboxOffice.Now);
        var (done, open) = (story.Task(TaskKind.Act, post), story.Task(TaskKind.Sign, post));
        await office.HappenAsync(story.Act(Story.As(clerk), [done, open]));
        await office.HappenAsync(story.Act(Story.As(chief), [], story.Ended(done, TaskOutcome.Agreed, Story.As(chief))));
        chief.Posts.Clear();
        await office.Organisation.ChangeAsync(chief, "posts");
        var successor = await office.Organisation.HolderAsync(post);

        (await office.ListAsync(chief, InboxTab.Done)).ShouldHaveSingleItem().Task.Number.ShouldBe(done.Number);
        (await office.ListAsync(chief, InboxTab.ToDo)).ShouldBeEmpty();
        (await office.ListAsync(successor, InboxTab.Done)).ShouldBeEmpty();
        (await office.ListAsync(successor, InboxTab.ToDo)).ShouldHaveSingleItem().Task.Number.ShouldBe(open.Number);
    }

    [Theory, EveryDatabase]
    public async Task A_matter_started_tells_its_starter_where_it_is(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        var story = new Story(Story.As(clerk), InboxOffice.Now);
        var task = story.Task(TaskKind.Act, chief.Posts[0]);
        await office.HappenAsync(story.Act(Story.As(clerk), [task]));
        (await office.ListAsync(clerk, InboxTab.Started)).ShouldHaveSingleItem().HolderPost.ShouldBe(chief.Posts[0]);
        story.State = MatterState.Completed;
        await office.HappenAsync(story.Act(Story.As(chief), [], story.Ended(task, TaskOutcome.Agreed, Story.As(chief))));
        var item = (await office.ListAsync(clerk, InboxTab.Started)).ShouldHaveSingleItem();
        (item.Matter, item.Task, item.State, item.HolderPost).ShouldBe((story.Name, null, MatterState.Completed, ""));
    }

    [Theory, EveryDatabase]
    public async Task A_paper_to_read_moves_to_what_was_read_and_a_cancelled_one_goes(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, reader) = (await office.PersonAsync(), await office.PersonAsync());
        var story = new Story(Story.As(clerk), InboxOffice.Now);
        var (read, cancelled) = (story.Task(TaskKind.Read, person: reader.Name), story.Task(TaskKind.Copy, reader.Posts[0]));
        await office.HappenAsync(story.Act(Story.As(clerk), [read, cancelled]));
        (await office.ListAsync(reader, InboxTab.ToRead)).Select(i => i.Task.Number).Order().ShouldBe([1, 2]);
        await office.HappenAsync(story.Act(Story.As(reader), [], story.Ended(read, TaskOutcome.Read, Story.As(reader)), story.Ended(cancelled, TaskOutcome.Cancelled, Story.As(clerk))));
        (await office.ListAsync(reader, InboxTab.ToRead)).ShouldBeEmpty();
        (await office.ListAsync(reader, InboxTab.Read)).ShouldHaveSingleItem().Task.Number.ShouldBe(read.Number);
    }

    [Theory, EveryDatabase]
    public async Task A_deputy_sees_the_delegated_post_on_its_behalf_until_it_is_revoked(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var absence = await Delegations.Absence.OfAsync(office.Organisation);
        await office.GiveAsync(absence.Chief, absence.Post);
        (await office.ListAsync(absence.Deputy, InboxTab.ToDo)).ShouldBeEmpty();
        var delegation = await absence.DelegateAsync(-1, 1);
        await office.Organisation.KnownAsync();
        (await office.ListAsync(absence.Deputy, InboxTab.ToDo)).ShouldHaveSingleItem().OnBehalfOf.ShouldBe(absence.Post);
        (await office.ListAsync(absence.Chief, InboxTab.ToDo)).ShouldHaveSingleItem().OnBehalfOf.ShouldBe("");
        await absence.AsChief.RevokeDelegationAsync(new RevokeDelegationRequest { Name = delegation.Name });
        await office.Organisation.KnownAsync();
        (await office.ListAsync(absence.Deputy, InboxTab.ToDo)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_vacant_post_is_seen_by_its_backup_until_somebody_holds_it(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var backup = await office.PersonAsync();
        var vacant = await office.Organisation.PostAsync(backup: backup.Posts[0]);
        await office.GiveAsync(backup, vacant.Name);
        await office.Organisation.KnownAsync();
        (await office.ListAsync(backup, InboxTab.ToDo)).ShouldHaveSingleItem().OnBehalfOf.ShouldBe(vacant.Name);
        var holder = await office.Organisation.HolderAsync(vacant.Name);
        (await office.ListAsync(backup, InboxTab.ToDo)).ShouldBeEmpty();
        (await office.ListAsync(holder, InboxTab.ToDo)).ShouldHaveSingleItem().OnBehalfOf.ShouldBe("");
    }

    [Theory, EveryDatabase]
    public async Task What_is_past_its_time_is_overdue_while_it_is_open(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        var story = new Story(Story.As(chief), InboxOffice.Now);
        var (late, early) = (story.Task(TaskKind.Act, chief.Posts[0], due: InboxOffice.Now.AddHours(-1)), story.Task(TaskKind.Sign, chief.Posts[0], due: InboxOffice.Now.AddHours(1)));
        await office.HappenAsync(story.Act(Story.As(chief), [late, early, story.Task(TaskKind.Sign, chief.Posts[0])]));
        (await office.ListAsync(chief, InboxTab.ToDo)).OrderBy(i => i.Task.Number).Select(i => i.Overdue).ShouldBe([true, false, false]);
        await office.HappenAsync(story.Act(Story.As(chief), [], story.Ended(late, TaskOutcome.Agreed, Story.As(chief))));
        (await office.ListAsync(chief, InboxTab.Done)).ShouldHaveSingleItem().Overdue.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Walking_the_pages_reads_every_line_once_in_each_order(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var reader = await office.Organisation.HolderAsync((await office.Organisation.PostAsync()).Name, (await office.Organisation.PostAsync()).Name);
        // Several lines at one time, in person and by two posts, some without a due time.
        for (var i = 0; i < 4; i++)
        {
            var story = new Story(Story.As(reader), InboxOffice.Now.AddMinutes(i / 2));
            await office.HappenAsync(story.Act(Story.As(reader),
            [
                story.Task(TaskKind.Read, person: reader.Name, due: InboxOffice.Now.AddDays(i % 2)), story.Task(TaskKind.Read, reader.Posts[0]),
                story.Task(TaskKind.Copy, reader.Posts[1], due: InboxOffice.Now.AddDays(-i)),
            ]));
        }
        foreach (var size in (int[])[1, 5, 12, 50])
        {
            (await WalkAsync(office, reader, "", size)).ShouldBe(await WalkAsync(office, reader, "assign_time desc", 50));
            var oldest = await WalkAsync(office, reader, "assign_time", size);
            oldest.Count.ShouldBe(12);
            oldest.Distinct().Count().ShouldBe(12);
            oldest.Select(l => l.Assigned).ShouldBeInOrder();
            (await WalkAsync(office, reader, "assign_time desc", size)).ShouldBe(Enumerable.Reverse(oldest).ToList());
            (await WalkAsync(office, reader, "due_time", size)).Select(l => l.Due ?? DateTime.MaxValue).ShouldBeInOrder();
        }
        await Refused.ForAsync("INVALID_FILTER", office.As(reader).ListInboxItemsAsync(new ListInboxItemsRequest { Tab = InboxTab.ToRead, OrderBy = "title" }));
    }

    [Theory, EveryDatabase]
    public async Task A_tab_is_filtered_by_service_urgency_post_and_procedure(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.Organisation.HolderAsync((await office.Organisation.PostAsync()).Name, (await office.Organisation.PostAsync()).Name);
        for (var urgency = 0; urgency < 3; urgency++)
        {
            var story = new Story(Story.As(chief), InboxOffice.Now) { Urgency = urgency, ProcedureTitle = urgency == 0 ? "收文办理" : "发文办理" };
            await office.HappenAsync(urgency == 2 ? "meeting" : "document", story.Act(Story.As(chief), [story.Task(TaskKind.Act, chief.Posts[urgency == 1 ? 1 : 0])]));
        }
        await ExpectAsync("service = document", 0, 1);
        await ExpectAsync("service != document", 2);
        await ExpectAsync("urgency >= 1", 1, 2);
        await ExpectAsync("urgency = 1", 1);
        await ExpectAsync("urgency != 1 AND service = document", 0);
        await ExpectAsync("procedure_title = \"发文办理\"", 1, 2);
        await ExpectAsync("procedure_title != \"发文办理\"", 0);
        await ExpectAsync($"post = \"{chief.Posts[1]}\"", 1);
        await ExpectAsync($"post != \"{chief.Posts[1]}\"", 0, 2);
        (await office.ListAsync(chief, InboxTab.Started, $"post = \"{chief.Posts[1]}\"")).Select(i => i.Urgency).ShouldBe([1]);
        foreach (var wrong in (string[])["urgency = high", "urgency < 1", "service >= document", "title = x"])
            await Refused.ForAsync("INVALID_FILTER", () => office.ListAsync(chief, InboxTab.ToDo, wrong));

        async Task ExpectAsync(string filter, params int[] urgencies) =>
            (await office.ListAsync(chief, InboxTab.ToDo, filter)).Select(i => i.Urgency).Order().ToArray().ShouldBe(urgencies, filter);
    }

    private static async Task<List<(string Matter, int Task, DateTime Assigned, DateTime? Due)>> WalkAsync(InboxOffice office, Person reader, string order, int size)
    {
        var lines = new List<(string, int, DateTime, DateTime?)>();
        var request = new ListInboxItemsRequest { Tab = InboxTab.ToRead, OrderBy = order, PageSize = size };
        do
        {
            var page = await office.As(reader).ListInboxItemsAsync(request);
            page.Items.Count.ShouldBeLessThanOrEqualTo(size);
            lines.AddRange(page.Items.Select(i => (i.Matter, i.Task.Number, i.Task.AssignTime.ToDateTime(), i.Task.DueTime?.ToDateTime())));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return lines;
    }
}
