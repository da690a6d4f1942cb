using System.Text;
using Backoffice.Coordination;
using Backoffice.Coordination.V1;
using Backoffice.Document;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Xunit;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.Platform.Tests.Events;

public sealed class EventTests
{
    [Theory, EveryDatabase]
    public async Task An_event_has_its_effect_once(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.RegisterAsync(20);
        await office.CountReachesAsync(20);
    }

    [Theory, EveryDatabase]
    public async Task A_repeated_delivery_changes_nothing(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.RegisterAsync(2);
        await office.CountReachesAsync(2);
        foreach (var record in await office.LogAsync())
            (await office.DeliverAsync(record)).ShouldBe(Status.Success);
        (await office.CountAsync()).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task What_pubsub_lost_is_read_from_the_feed_when_a_later_event_shows_the_gap(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.CutOffAsync();
        await office.RegisterAsync(5);
        var log = await office.LogAsync();
        (await office.CountAsync()).ShouldBe(0);

        (await office.DeliverAsync(log[^1])).ShouldBe(Status.Success);
        (await office.CountAsync()).ShouldBe(5);
        (await office.DeliverAsync(log[1])).ShouldBe(Status.Success);
        (await office.CountAsync()).ShouldBe(5);
    }

    [Theory, EveryDatabase]
    public async Task A_heartbeat_shows_a_lost_tail(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.CutOffAsync();
        await office.RegisterAsync(3);
        (await office.DeliverAsync(new EventRecord { Producer = "document", Sequence = 3 })).ShouldBe(Status.Success);
        (await office.CountAsync()).ShouldBe(3);
    }

    [Theory, EveryDatabase]
    public async Task Two_deliveries_at_once_and_out_of_order_count_once_each(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.CutOffAsync();
        await office.RegisterAsync(8);
        var log = await office.LogAsync();
        await Task.WhenAll(log.Concat(log).Reverse().Select(office.DeliverAsync));
        (await office.CountAsync()).ShouldBe(8);
    }

    [Theory, EveryDatabase]
    public async Task A_read_model_rebuilt_from_zero_is_the_same(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        await office.RegisterAsync(7);
        await office.CountReachesAsync(7);
        await office.ForgetAsync();
        (await office.CountAsync()).ShouldBe(0);
        (await office.DeliverAsync(new EventRecord { Producer = "document", Sequence = 7 })).ShouldBe(Status.Success);
        (await office.CountAsync()).ShouldBe(7);
    }

    [Fact]
    public async Task A_poisoned_event_is_asked_for_again_and_blocks_nothing_before_it()
    {
        await using var office = await EventOffice.StartAsync(StoreKind.Sqlite);
        office.Suite.Errors.Expect("could not be applied");
        await office.RegisterAsync(1);
        await office.CountReachesAsync(1);
        var poisoned = (await office.LogAsync())[0].Clone();
        poisoned.Sequence = 2;
        poisoned.PayloadJson = "{ not json";
        (await office.DeliverAsync(poisoned)).ShouldBe(Status.Retry);
        await office.RegisterAsync(1);
        await office.CountReachesAsync(2);
    }

    [Fact]
    public async Task Callbacks_and_feed_are_closed_to_everyone_but_the_sidecar()
    {
        await using var office = await EventOffice.StartAsync(StoreKind.Sqlite);
        foreach (var token in new[] { null, "", "guess" })
            await Refused.ForAsync("UNAUTHENTICATED", () => office.DeliverAsync(new EventRecord { Producer = "document", Sequence = 1 }, token));
        var feed = new EventFeedService.EventFeedServiceClient(office.Suite.Call("document", "sysadmin", Role.SystemAdministrator));
        await Refused.ForAsync("UNAUTHENTICATED", feed.ReadEventsAsync(new ReadEventsRequest()));
    }
}

/// <summary>Document and coordination together, with the test's hands on the wire between them.</summary>
internal sealed class EventOffice : IAsyncDisposable
{
    private EventOffice(Suite suite, string appToken) => (Suite, AppToken) = (suite, appToken);

    public Suite Suite { get; }

    private string AppToken { get; }

    public static async Task<EventOffice> StartAsync(StoreKind store)
    {
        var suite = await Suite.StartAsync(store, CoordinationModule.Module, DocumentModule.Module);
        await suite.SeedAsync("document");
        return new EventOffice(suite, (await suite.Dapr.AddSidecarAsync("coordination", CancellationToken.None)).AppToken);
    }

    /// <summary>From now on nothing brings coordination an event by itself: not pub/sub, nor the look at what was missed that a start takes, which may come later.</summary>
    public async Task CutOffAsync()
    {
        var catchUp = Suite.Services("coordination").GetServices<IHostedService>().OfType<CatchUp>().Single();
        await Eventually.TrueAsync(() => Task.FromResult(!catchUp.Behind.Contains("document")));
        await Suite.Dapr.DetachAppAsync("coordination", Suite.AddressOf("coordination"), CancellationToken.None);
    }

    public async Task RegisterAsync(int count)
    {
        var documents = new IncomingDocumentService.IncomingDocumentServiceClient(Suite.As("document", Office.Clerk));
        await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
            await documents.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = new IncomingDocument { Title = $"{Guid.NewGuid()}" } })));
    }

    public async Task<IReadOnlyList<EventRecord>> LogAsync()
    {
        await using var scope = Suite.Services("document").CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ServiceDb>().Events.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync();
        return [.. rows.Select(r => r.ToRecord("document"))];
    }

    public Task<Status> DeliverAsync(EventRecord record) => DeliverAsync(record, AppToken);

    public async Task<Status> DeliverAsync(EventRecord record, string? token)
    {
        var callback = new Method<TopicEventRequest, TopicEventResponse>(
            MethodType.Unary, "dapr.proto.runtime.v1.AppCallback", "OnTopicEvent",
            Marshallers.Create(m => m.ToByteArray(), TopicEventRequest.Parser.ParseFrom), Marshallers.Create(m => m.ToByteArray(), TopicEventResponse.Parser.ParseFrom));
        var request = new TopicEventRequest { Topic = "document-events", PubsubName = "events", Data = ByteString.CopyFrom(JsonFormatter.Default.Format(record), Encoding.UTF8) };
        var headers = new Metadata();
        if (token is not null)
            headers.Add("dapr-api-token", token);
        return (await Suite.CallWith("coordination", null).AsyncUnaryCall(callback, null, new CallOptions(headers), request)).Status;
    }

    public async Task<long> CountAsync()
    {
        var statistics = new StatisticsService.StatisticsServiceClient(Suite.As("coordination", Office.Clerk));
        return (await statistics.ListDailyRegistrationsAsync(new ListDailyRegistrationsRequest())).DailyRegistrations.Sum(r => r.Count);
    }

    public Task CountReachesAsync(long count) => Eventually.SameAsync(CountAsync, c => c == count);

    /// <summary>Loses the read model and the mark, as a restore of an empty store would.</summary>
    public async Task ForgetAsync()
    {
        await using var scope = Suite.Services("coordination").CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoordinationDb>();
        await db.DailyRegistrations.ExecuteDeleteAsync();
        await db.ConsumerMarks.ExecuteDeleteAsync();
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();
}
