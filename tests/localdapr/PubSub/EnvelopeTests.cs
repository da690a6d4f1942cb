using System.Text;
using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;

namespace Backoffice.LocalDapr.Tests.PubSub;

/// <summary>
/// What is stored for a publication and what a gRPC app then gets, byte for byte. A second subscription to the raw payload shows what
/// is stored, on every runtime.
/// </summary>
public sealed class EnvelopeTests(Runtimes runtimes)
{
    private const string Json = "application/json";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Event = "application/cloudevents+json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EveryRuntime("json", Json, """{"z":1,"a":"文<&>","n":{"y":[1.0,1e21,9007199254740993,0.000001,1e-7,-0],"x":null,"w":true}}""")]
    [EveryRuntime("json-scalar", Json, "\"just text\"")]
    [EveryRuntime("json-invalid", Json, "{oops")]
    [EveryRuntime("json-charset", "application/json; charset=utf-8", """{"a":1}""")]
    [EveryRuntime("text", "text/plain", "line\n\"quoted\" <b>&</b>\t文")]
    [EveryRuntime("xml", "application/xml", "<a/>")]
    [EveryRuntime("no-type", "", "no type given")]
    [EveryRuntime("octets", "application/octet-stream", "\u0001\u0002文")]
    [EveryRuntime("protobuf", "application/x-protobuf", "\u0008\u0001")]
    [EveryRuntime("vendor-json", "application/foo+json", """{"a":1}""")]
    [EveryRuntime("event", Event, """{"id":"e-1","source":"office","type":"t","specversion":"1.0","datacontenttype":"application/json","data":{"b":2,"a":1},"own":7}""")]
    [EveryRuntime("event-bare", Event, """{"id":"e-2","datacontenttype":"text/plain","data":"x","topic":"spoofed"}""")]
    public async Task An_event_is_stored_and_delivered_as_recorded(RuntimeKind on, string name, string contentType, string data) =>
        await CompareAsync(on, name, contentType, data, []);

    [Theory, EveryRuntime]
    public async Task Metadata_overrides_the_attributes_of_an_event(RuntimeKind on) => await CompareAsync(on, "overrides", Json, "{}", new()
    {
        ["cloudevent.id"] = "own-id",
        ["cloudevent.source"] = "own-source",
        ["cloudevent.type"] = "own.type",
        ["cloudevent.subject"] = "own-subject",
        ["cloudevent.traceparent"] = $"00-{Trace}-b7ad6b7169203331-01",
        ["cloudevent.tracestate"] = "office=1",
    });

    [Theory, EveryRuntime]
    public async Task A_time_to_live_becomes_an_expiration(RuntimeKind on) =>
        await CompareAsync(on, "expiring", Json, "{}", new() { ["ttlInSeconds"] = "3600" });

    [Theory, EveryRuntime]
    public async Task An_expired_event_goes_to_the_dead_letter_topic(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var (topic, dead) = (TestAppPlan.UniqueTopic(), TestAppPlan.UniqueTopic());
        await using var publisher = await runtime.StartAppAsync();
        await publisher.Raw.PublishEventAsync(
            Request(topic, Event, """{"id":"old","expiration":"2020-01-01T00:00:00Z","datacontenttype":"text/plain","data":"late"}""", []),
            publisher.Token,
            cancellationToken: Stop);

        // Read raw, because the dead letter is as expired as the event was.
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic, dead).With("events", dead, raw: true));

        var received = await app.NextAsync();
        (received.Event.Topic, received.Text.Contains("\"id\":\"old\"", StringComparison.Ordinal)).ShouldBe((dead, true));
    }

    [Theory, EveryRuntime]
    public async Task A_raw_payload_arrives_as_octets_with_an_id_of_its_own(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic, raw: true));

        var headers = app.Token;
        headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        await app.Raw.PublishEventAsync(Request(topic, "text/plain", "as is", new() { ["rawPayload"] = "true" }), headers, cancellationToken: Stop);

        var received = await app.NextAsync();
        received.Text.ShouldBe("as is");
        (received.Event.DataContentType, received.Event.Source, received.Event.Type).ShouldBe(("application/octet-stream", "Dapr", "com.dapr.event.sent"));
        Guid.TryParse(received.Event.Id, out _).ShouldBeTrue();
        received.Headers.GetValue("traceparent").ShouldNotBeNull().ShouldContain(Trace);
    }

    [Theory, EveryRuntime]
    public async Task A_cloud_event_that_is_no_json_is_an_invalid_argument(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await app.Raw.PublishEventAsync(Request("t", Event, "{oops", []), app.Token, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory, EveryRuntime]
    public async Task A_stream_entry_holds_the_envelope_and_the_publish_metadata(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        Assert.SkipUnless(runtime.HasStreams, "because Garnet has no streams; its topics are kept in process");
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync();

        await app.Raw.PublishEventAsync(Request(topic, Json, "{}", new() { ["b"] = "2", ["a"] = "1" }), app.Token, cancellationToken: Stop);

        var entry = (await runtime.Redis.StreamRangeAsync(topic)).Single();
        entry.Values.Select(v => (string)v.Name!).ShouldBe(["data", "metadata"]);
        ((string?)entry["metadata"]).ShouldBe("""{"a":"1","b":"2"}""");
    }

    private async Task CompareAsync(RuntimeKind on, string name, string contentType, string data, Dictionary<string, string> metadata)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var reader = await runtime.StartAppAsync(new TestAppPlan().With("events", topic));
        await using var store = await runtime.StartAppAsync(new TestAppPlan().With("events", topic, raw: true));

        await reader.Raw.PublishEventAsync(Request(topic, contentType, data, metadata), reader.Token, cancellationToken: Stop);

        var stored = (await store.NextAsync()).Text;
        var delivered = (await reader.NextAsync()).Event;
        var extensions = delivered.Extensions.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}");
        var text = new StringBuilder()
            .Append("stored     ").AppendLine(stored)
            .Append("id         ").AppendLine(delivered.Id)
            .Append("source     ").AppendLine(delivered.Source)
            .Append("type       ").AppendLine(delivered.Type)
            .Append("version    ").AppendLine(delivered.SpecVersion)
            .Append("content    ").AppendLine(delivered.DataContentType)
            .Append("topic      ").AppendLine(delivered.Topic)
            .Append("pubsub     ").AppendLine(delivered.PubsubName)
            .Append("data       |").Append(delivered.Data.ToStringUtf8()).AppendLine("|")
            .Append("extensions ").AppendJoin(", ", extensions).AppendLine();
        text.ToString().ShouldMatchGolden(name);
    }

    private static PublishEventRequest Request(string topic, string contentType, string data, Dictionary<string, string> metadata) => new()
    {
        PubsubName = "events",
        Topic = topic,
        DataContentType = contentType,
        Data = ByteString.CopyFromUtf8(data),
        Metadata = { metadata },
    };
}
