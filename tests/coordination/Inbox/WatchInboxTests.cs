using Backoffice.Coordination.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using StackExchange.Redis;
using Xunit;
using Role = Backoffice.Options.V1.Role;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class WatchInboxTests(CoordinationSuites suites)
{
    [Theory, EveryDatabase]
    public async Task The_counts_come_at_once_and_again_with_the_matter_that_changed(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        await office.GiveAsync(chief, chief.Posts[0]);
        using var stream = new Watching(office, chief);
        (await stream.NextAsync()).ShouldBe(new WatchInboxResponse { Counts = new InboxCounts { ToDo = 1, Started = 1 } });
        var story = await office.GiveAsync(chief, chief.Posts[0]);
        (await stream.TellsOfAsync(story.Name)).ShouldBe(new InboxCounts { ToDo = 2, Started = 2 });
    }

    [Theory, EveryDatabase]
    public async Task A_change_that_moves_no_count_is_told_too(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        var story = new Story(Story.As(chief), InboxOffice.Now);
        var task = story.Task(TaskKind.Act, chief.Posts[0]);
        await office.HappenAsync(story.Act(Story.As(chief), [task]));
        using var stream = new Watching(office, chief);
        var before = (await stream.NextAsync()).Counts;
        await office.HappenAsync(story.Act(Story.As(chief), [], task));
        (await stream.TellsOfAsync(story.Name)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task Who_holds_a_matter_is_told_when_somebody_who_assists_has_answered(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief, assistant) = (await office.PersonAsync(), await office.PersonAsync(), await office.PersonAsync());
        var story = new Story(Story.As(clerk), InboxOffice.Now);
        var (held, asked) = (story.Task(TaskKind.Act, chief.Posts[0]), story.Task(TaskKind.Assist, assistant.Posts[0]));
        await office.HappenAsync(story.Act(Story.As(clerk), [held, asked]));
        using var stream = new Watching(office, chief);
        var before = (await stream.NextAsync()).Counts;

        var answered = story.Act(Story.As(assistant), [], story.Ended(asked, TaskOutcome.Agreed, Story.As(assistant)));
        answered.HolderPost = chief.Posts[0];
        await office.HappenAsync(answered);

        (await stream.TellsOfAsync(story.Name)).ShouldBe(before);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_hears_of_anothers_inbox(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (chief, other) = (await office.PersonAsync(), await office.PersonAsync());
        using var stream = new Watching(office, other, Role.OfficeDirector);
        (await stream.NextAsync()).Counts.ShouldBe(new InboxCounts());
        using var impostor = new Watching(office, new Person { Account = chief.Posts[0] });
        (await impostor.NextAsync()).Counts.ShouldBe(new InboxCounts());
        using var own = new Watching(office, chief);
        await own.NextAsync();

        await office.GiveAsync(chief, chief.Posts[0]);
        (await own.NextAsync()).Matters.Count.ShouldBe(1);
        // The next that the other hears of is the other's own.
        var story = await office.GiveAsync(other, other.Posts[0]);
        (await stream.TellsOfAsync(story.Name)).ShouldBe(new InboxCounts { ToDo = 1, Started = 1 });
        impostor.Heard.ShouldBe(1);
        await Refused.ForAsync("PERMISSION_DENIED", () => new Watching(office, chief, Role.Counterpart).NextAsync());
    }

    [Theory, EveryDatabase]
    public async Task A_burst_is_a_few_messages_and_the_last_is_what_stands(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var (clerk, chief) = (await office.PersonAsync(), await office.PersonAsync());
        using var stream = new Watching(office, chief);
        await stream.NextAsync();
        var begun = TimeProvider.System.GetTimestamp();
        var matters = new HashSet<string>();
        var burst = Enumerable.Range(0, 40).Select(_ => office.GiveAsync(clerk, chief.Posts[0])).ToList();
        var (messages, last) = (0, new WatchInboxResponse());
        while (last.Counts?.ToDo != 40 || matters.Count < 40)
        {
            last = await stream.NextAsync();
            matters.UnionWith(last.Matters);
            messages++;
        }
        messages.ShouldBeLessThanOrEqualTo(2 + (int)(4 * TimeProvider.System.GetElapsedTime(begun).TotalSeconds));
        matters.ShouldBe((await Task.WhenAll(burst)).Select(s => $"document/{s.Name}"), ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Every_replica_tells_what_one_has_applied(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        var replica = office with { Service = await suite.AddReplicaAsync(CoordinationModule.Module) };
        var chief = await office.PersonAsync();
        await office.Organisation.KnownAsync(replica.Service);
        await Eventually.TrueAsync(() => HearsAsync(office, replica, chief));
        if (store == StoreKind.Postgres && RealRedis.IsInstalled)
        {
            // The client comes back by itself from a lost subscription.
            await using var redis = await ConnectionMultiplexer.ConnectAsync(suite.Redis + ",allowAdmin=true");
            await redis.GetServers()[0].ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
            await Eventually.TrueAsync(() => HearsAsync(office, replica, chief));
        }
    }

    [Theory, EveryDatabase]
    public async Task Without_Redis_a_replica_tells_what_it_applied_itself_and_finds_the_rest_by_looking(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        // Nobody listens on the first of all ports.
        var nowhere = new Dictionary<string, string?> { ["Backoffice:Redis"] = "127.0.0.1:1" };
        var cut = office with { Service = await suite.AddReplicaAsync(CoordinationModule.Module, nowhere) };
        var chief = await office.PersonAsync();
        await office.Organisation.KnownAsync(cut.Service);
        using var stream = new Watching(cut, chief);
        await stream.NextAsync();
        var own = await cut.GiveAsync(chief, chief.Posts[0]);
        while (!(await stream.NextAsync()).Matters.Contains($"document/{own.Name}"))
            continue;
        await office.GiveAsync(chief, chief.Posts[0]);
        while ((await stream.NextAsync()).Counts.ToDo != 2)
            continue;
    }

    [Theory, EveryDatabase]
    public async Task Who_loses_a_post_loses_its_work_from_the_stream(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        var post = chief.Posts[0];
        await office.GiveAsync(chief, post);
        using var stream = new Watching(office, chief);
        (await stream.NextAsync()).Counts.ToDo.ShouldBe(1);
        chief.Posts.Clear();
        await office.Organisation.ChangeAsync(chief, "posts");
        // What came before the stream may be told on it once more.
        while (!(await stream.NextAsync()).Counts.Equals(new InboxCounts { Started = 1 }))
            continue;
    }

    [Theory, EveryDatabase]
    public async Task A_task_becomes_overdue_without_anything_happening(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        await office.GiveAsync(chief, chief.Posts[0], due: TimeProvider.System.GetUtcNow().AddSeconds(2));
        using var stream = new Watching(office, chief);
        (await stream.NextAsync()).Counts.Overdue.ShouldBe(0);
        while (!(await stream.NextAsync()).Counts.Equals(new InboxCounts { ToDo = 1, Started = 1, Overdue = 1 }))
            continue;
    }

    [Theory, EveryDatabase]
    public async Task A_stream_ends_when_the_tokens_of_the_account_are_voided(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        using var stream = new Watching(office, chief);
        await stream.NextAsync();
        await using (var scope = office.Suite.Services(office.Service).CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "void"), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<RevokedTokens>().VoidAsync(db, chief.Account, TimeProvider.System.GetUtcNow().AddSeconds(2), CancellationToken.None);
            await turn.CommitAsync();
        }
        await Refused.ForAsync("UNAUTHENTICATED", stream.NextAsync);
    }

    [Theory, EveryDatabase]
    public async Task A_stream_ends_when_the_session_it_was_opened_in_is_ended_and_no_other_does(StoreKind store)
    {
        var office = await suites.InboxOfficeOn(store);
        var chief = await office.PersonAsync();
        using var ended = new Watching(office, chief, session: "ended-one");
        using var other = new Watching(office, chief, session: "other-one");
        await ended.NextAsync();
        await other.NextAsync();
        await using (var scope = office.Suite.Services(office.Service).CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
            await using var turn = await db.BeginTurnAsync(Writer.For("test", "end"), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<RevokedTokens>().VoidSessionAsync(db, "ended-one", CancellationToken.None);
            await turn.CommitAsync();
        }
        await Refused.ForAsync("UNAUTHENTICATED", ended.NextAsync);
        await office.GiveAsync(chief, chief.Posts[0]);
        (await other.NextAsync()).Counts.ToDo.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_stream_ends_with_the_service_and_with_the_caller(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        var chief = await office.PersonAsync();
        using var cancelled = new Watching(office, chief);
        await cancelled.NextAsync();
        cancelled.Cancel();
        (await Should.ThrowAsync<RpcException>(cancelled.NextAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);

        var replica = office with { Service = await suite.AddReplicaAsync(CoordinationModule.Module) };
        using var stream = new Watching(replica, chief);
        await stream.NextAsync();
        var begun = TimeProvider.System.GetTimestamp();
        var ended = stream.EndsAsync();
        // Not by StopAsync of the suite, which would close the client's channel first.
        await suite.Services(replica.Service).GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();
        (await ended).ShouldBeTrue();
        TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    // By looking alone a stream is told no matters, so that one with a matter came by Redis.
    private static async Task<bool> HearsAsync(InboxOffice applied, InboxOffice watched, Person chief)
    {
        using var stream = new Watching(watched, chief);
        var before = (await stream.NextAsync()).Counts;
        var story = await applied.GiveAsync(chief, chief.Posts[0]);
        var told = await stream.NextAsync();
        return told.Counts.Started == before.Started + 1 && told.Matters.SequenceEqual([$"document/{story.Name}"]);
    }

    /// <summary>One open stream of a person.</summary>
    private sealed class Watching(InboxOffice office, Person person, Role role = Role.Clerk, string session = "") : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
        private readonly AsyncServerStreamingCall<WatchInboxResponse> _call = office.As(person, role, session).WatchInbox(new WatchInboxRequest());
        private readonly CancellationTokenSource _cancel = new();

        public int Heard { get; private set; }

        public async Task<WatchInboxResponse> NextAsync()
        {
            (await _call.ResponseStream.MoveNext(_cancel.Token).WaitAsync(Patience)).ShouldBeTrue();
            Heard++;
            return _call.ResponseStream.Current;
        }

        /// <summary>The counts with which it tells of a matter; what came before the stream may be told on it once more.</summary>
        public async Task<InboxCounts> TellsOfAsync(string matter)
        {
            while (!(await NextAsync()).Matters.Contains($"document/{matter}"))
                continue;
            return _call.ResponseStream.Current.Counts;
        }

        public async Task<bool> EndsAsync() => !await _call.ResponseStream.MoveNext(_cancel.Token).WaitAsync(Patience);

        public void Cancel() => _cancel.Cancel();

        public void Dispose()
        {
            _call.Dispose();
            _cancel.Dispose();
        }
    }
}
