using Backoffice.Coordination.Inbox;
using Backoffice.Coordination.V1;
using Backoffice.Procedures.V1;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;
using Task = Backoffice.Procedures.V1.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class InboxPlaceTests
{
    [Theory]
    [InlineData(TaskKind.Act, InboxTab.ToDo), InlineData(TaskKind.Sign, InboxTab.ToDo), InlineData(TaskKind.Assist, InboxTab.ToDo)]
    [InlineData(TaskKind.Read, InboxTab.ToRead), InlineData(TaskKind.Copy, InboxTab.ToRead)]
    public void An_open_task_waits_for_whoever_holds_the_post(TaskKind kind, InboxTab tab) =>
        InboxPlace.Of(new Task { Kind = kind, Post = "posts/a" }).ShouldBe(new InboxPlace(tab, "posts/a"));

    [Fact]
    public void A_reader_named_in_person_has_it_in_person() =>
        InboxPlace.Of(new Task { Kind = TaskKind.Read, Person = "people/a" }).ShouldBe(new InboxPlace(InboxTab.ToRead, "people/a"));

    [Theory]
    [InlineData(TaskKind.Act, TaskOutcome.Agreed, InboxTab.Done), InlineData(TaskKind.Sign, TaskOutcome.Disagreed, InboxTab.Done)]
    [InlineData(TaskKind.Act, TaskOutcome.Returned, InboxTab.Done), InlineData(TaskKind.Assist, TaskOutcome.Transferred, InboxTab.Done)]
    [InlineData(TaskKind.Read, TaskOutcome.Read, InboxTab.Read)]
    public void What_was_done_stands_with_the_person_who_did_it(TaskKind kind, TaskOutcome outcome, InboxTab tab) =>
        InboxPlace.Of(Ended(kind, outcome)).ShouldBe(new InboxPlace(tab, "people/a"));

    [Theory, InlineData(TaskOutcome.Withdrawn), InlineData(TaskOutcome.Cancelled), InlineData(TaskOutcome.Skipped), InlineData(TaskOutcome.Released), InlineData(TaskOutcome.Unspecified)]
    public void What_ended_without_being_done_stands_nowhere(TaskOutcome outcome) => InboxPlace.Of(Ended(TaskKind.Act, outcome)).ShouldBeNull();

    [Theory]
    [InlineData("posts/a", "", true), InlineData("posts/b", "posts/a", true), InlineData("posts/b", "", false), InlineData("posts/a", "posts/c", false)]
    public void Ending_a_matter_does_the_own_task_only(string post, string onBehalfOf, bool done)
    {
        var task = Ended(TaskKind.Act, TaskOutcome.Terminated);
        (task.Actor.Post, task.Actor.OnBehalfOf) = (post, onBehalfOf);
        InboxPlace.Of(task).ShouldBe(done ? new InboxPlace(InboxTab.Done, "people/a") : null);
    }

    [Fact]
    public void What_nobody_did_stands_nowhere()
    {
        var task = Ended(TaskKind.Act, TaskOutcome.Agreed);
        task.Actor = null;
        InboxPlace.Of(task).ShouldBeNull();
    }

    [Theory, InlineData(null), InlineData(""), InlineData("null"), InlineData("{"), InlineData("{}"), InlineData("[1]")]
    public void What_no_replica_can_have_sent_is_no_change(string? text) => InboxChange.Parse(text).ShouldBeNull();

    private static Task Ended(TaskKind kind, TaskOutcome outcome) => new()
    {
        Kind = kind,
        Post = "posts/a",
        Outcome = outcome,
        EndTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch),
        Actor = new Actor { Person = "people/a", Post = "posts/b" },
    };
}
