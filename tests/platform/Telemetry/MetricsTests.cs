using System.Diagnostics.Metrics;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.Telemetry;
using Backoffice.Platform.Tests.Events;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.Platform.Tests.Telemetry;

public sealed class MetricsTests
{
    [Theory, EveryDatabase]
    public async Task What_pubsub_lost_is_a_lag_until_a_heartbeat_shows_it_and_a_gap_healed_after(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        using var told = new MetricReadings(office.Suite.Services("coordination"));
        await office.CutOffAsync();
        await office.RegisterAsync(3);

        await told.ReadAsync();
        told["backoffice.events.lag document"].ShouldBe(3);
        told["backoffice.events.delay document"]!.Value.ShouldBeGreaterThan(0);
        told["backoffice.events.gaps_healed document heartbeat"].ShouldBeNull();

        (await office.DeliverAsync(new EventRecord { Producer = "document", Sequence = 3 })).ShouldBe(Status.Success);
        await told.ReadAsync();
        told["backoffice.events.lag document"].ShouldBe(0);
        told["backoffice.events.delay document"].ShouldBe(0);
        told["backoffice.events.gaps_healed document heartbeat"].ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_source_that_is_away_is_behind_as_far_as_is_known(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        using var told = new MetricReadings(office.Suite.Services("coordination"));
        await office.CutOffAsync();
        await office.RegisterAsync(2);
        await told.ReadAsync();
        var age = told["backoffice.events.delay document"]!.Value;
        await office.Suite.StopAsync("document");

        await told.ReadAsync();
        told["backoffice.events.lag document"].ShouldBe(2);
        told["backoffice.events.delay document"]!.Value.ShouldBeGreaterThan(age);
    }

    [Theory, EveryDatabase]
    public async Task What_is_recorded_is_handed_over_to_a_stream_where_redis_has_them(StoreKind store)
    {
        await using var office = await EventOffice.StartAsync(store);
        using var told = new MetricReadings(office.Suite.Services("document"));
        await office.RegisterAsync(4);
        await office.CountReachesAsync(4);

        await Eventually.SameAsync(async () => (await told.ReadAsync())["backoffice.relay.backlog"], backlog => backlog == 0);
        told["backoffice.store.wait"]!.Value.ShouldBeGreaterThanOrEqualTo(4);
        if (office.Suite.OwnRedis is null)
            told["backoffice.events.stream_length"].ShouldBeNull();
        else
            told["backoffice.events.stream_length"]!.Value.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task The_services_tell_what_the_list_names_and_nothing_else()
    {
        await using var office = await EventOffice.StartAsync(StoreKind.Sqlite);
        using var document = new MetricReadings(office.Suite.Services("document"));
        using var coordination = new MetricReadings(office.Suite.Services("coordination"));
        // Made with the first thing they measure.
        await document.ReadAsync();
        await coordination.ReadAsync();
        await DeadLetterTests.StartAsync(office, "计量");
        await Eventually.TrueAsync(async () => (await coordination.ReadAsync())["backoffice.inbox.latency document"] > 0);

        var told = document.Instruments.Concat(coordination.Instruments).DistinctBy(i => i.Name).Select(i => (i.Name, KindOf(i), i.Unit, i.Description));
        told.ShouldBe(Metrics.All.Select(m => (m.Name, m.Kind, (string?)m.Unit, (string?)m.Meaning)), ignoreOrder: true);
    }

    private static MetricKind KindOf(Instrument instrument) => instrument.IsObservable ? MetricKind.Gauge : instrument is Histogram<double> ? MetricKind.Histogram : MetricKind.Counter;
}

/// <summary>Calls that end in different ways, over gRPC, which HTTP says 200 of throughout, and over JSON.</summary>
public sealed class CallMetricsTests(PlatformSuites suites)
{
    private const string Rpc = "rpc.server.call.duration backoffice.platform.v1.EventPathService/ListEventSources";

    [Theory, EveryDatabase]
    public async Task A_call_is_counted_by_the_status_its_caller_got(StoreKind store)
    {
        var suite = await suites.On(store);
        using var told = new MetricReadings(suite.Services("coordination"));
        var clerk = new EventPathService.EventPathServiceClient(suite.Call("coordination", "clerk", Role.Clerk));
        var sysadmin = new EventPathService.EventPathServiceClient(suite.Call("coordination", "sysadmin", Role.SystemAdministrator));
        await Refused.ForAsync("PERMISSION_DENIED", clerk.ListEventSourcesAsync(new ListEventSourcesRequest { Parent = "services/coordination" }));
        await Refused.ForAsync("OTHER_SERVICE", sysadmin.ListEventSourcesAsync(new ListEventSourcesRequest { Parent = "services/document" }));
        await sysadmin.ListEventSourcesAsync(new ListEventSourcesRequest { Parent = "services/coordination" });

        // The answer may be read before the call has ended where it is served.
        await Eventually.TrueAsync(() => Task.FromResult(told[$"{Rpc} OK"] is not null));
        told[$"{Rpc} PERMISSION_DENIED"].ShouldBe(1);
        told.Statuses(Rpc).ShouldBe(["INVALID_ARGUMENT", "OK", "PERMISSION_DENIED"]);
    }

    [Theory, EveryDatabase]
    public async Task A_message_that_cannot_be_read_is_counted_as_the_callers_mistake(StoreKind store)
    {
        var suite = await suites.On(store);
        using var told = new MetricReadings(suite.Services("coordination"));
        var raw = Marshallers.Create(b => b, b => b);
        var garbled = new Method<byte[], byte[]>(MethodType.Unary, "backoffice.platform.v1.EventPathService", "ListReadModels", raw, raw);
        var call = suite.Call("coordination", "sysadmin", Role.SystemAdministrator).AsyncUnaryCall(garbled, null, default, [0xff, 0xff, 0xff]);
        (await Should.ThrowAsync<RpcException>(async () => await call)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        await Eventually.TrueAsync(() => Task.FromResult(told["rpc.server.call.duration backoffice.platform.v1.EventPathService/ListReadModels INVALID_ARGUMENT"] == 1));
    }
}
