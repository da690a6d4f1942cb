using System.Text;
using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Procedures.V1;
using Backoffice.Testing;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using Shouldly;
using Xunit;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;
using Task = System.Threading.Tasks.Task;

namespace Backoffice.Coordination.Tests.Inbox;

public sealed class WhenMatterProgressedTests
{
    [Theory, EveryDatabase]
    public async Task An_act_told_twice_is_in_the_inbox_once(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        var chief = await office.PersonAsync();
        var story = new Story(Story.As(chief), InboxOffice.Now);
        var task = story.Task(TaskKind.Act, chief.Posts[0]);
        var given = Record(1, story.Act(Story.As(chief), [task]));
        var done = Record(2, story.Act(Story.As(chief), [], story.Ended(task, TaskOutcome.Agreed, Story.As(chief))));
        foreach (var record in (EventRecord[])[given, given, done, given, done])
            (await DeliverAsync(suite, record)).ShouldBe(Status.Success);
        (await office.CountsAsync(chief)).ShouldBe(new InboxCounts { Done = 1, Started = 1 });
    }

    [Theory, EveryDatabase]
    public async Task A_paper_for_a_thousand_readers_is_in_a_thousand_inboxes_by_one_event(StoreKind store)
    {
        await using var suite = await Suite.StartAsync(store, CoordinationModule.Module);
        var office = new InboxOffice(suite);
        var (clerk, reader) = (await office.PersonAsync(), await office.PersonAsync());
        var story = new Story(Story.As(clerk), InboxOffice.Now);
        var tasks = Enumerable.Range(0, 999).Select(i => story.Task(TaskKind.Read, person: $"people/reader-{i}")).Append(story.Task(TaskKind.Read, person: reader.Name)).ToList();
        (await DeliverAsync(suite, Record(1, story.Act(Story.As(clerk), tasks)))).ShouldBe(Status.Success);
        (await office.ListAsync(reader, InboxTab.ToRead)).ShouldHaveSingleItem().Task.ShouldBe(tasks[^1]);
        (await InboxRows.EntriesAsync(suite)).Count.ShouldBe(1001);
        (await InboxRows.CountsAsync(suite)).ShouldBe(await InboxRows.RecountAsync(suite));

        // And out of them again when the matter ends.
        var ended = tasks.Select(t => story.Ended(t, TaskOutcome.Terminated, Story.As(clerk)));
        (await DeliverAsync(suite, Record(2, story.Act(Story.As(clerk), [], [.. ended])))).ShouldBe(Status.Success);
        (await office.CountsAsync(reader)).ShouldBe(new InboxCounts());
        (await InboxRows.CountsAsync(suite)).ShouldBe([$"{clerk.Name} Started 1"]);
    }

    private static EventRecord Record(long sequence, Progress progress) => new()
    {
        Producer = "document",
        Sequence = sequence,
        Type = MatterProgressed.Descriptor.FullName,
        PayloadJson = JsonFormatter.Default.Format(new MatterProgressed { Progress = progress }),
        OccurTime = progress.Time,
    };

    /// <summary>Delivers an event as the service's own sidecar does, which alone knows the token.</summary>
    private static async Task<Status> DeliverAsync(Suite suite, EventRecord record)
    {
        var callback = new Method<TopicEventRequest, TopicEventResponse>(
            MethodType.Unary, "dapr.proto.runtime.v1.AppCallback", "OnTopicEvent",
            Marshallers.Create(m => m.ToByteArray(), TopicEventRequest.Parser.ParseFrom), Marshallers.Create(m => m.ToByteArray(), TopicEventResponse.Parser.ParseFrom));
        var request = new TopicEventRequest { Topic = "document-events", PubsubName = "events", Data = ByteString.CopyFrom(JsonFormatter.Default.Format(record), Encoding.UTF8) };
        var token = (await suite.Dapr.AddSidecarAsync("coordination", CancellationToken.None)).AppToken;
        return (await suite.CallWith("coordination", null).AsyncUnaryCall(callback, null, new CallOptions(new Metadata { { "dapr-api-token", token } }), request)).Status;
    }
}
