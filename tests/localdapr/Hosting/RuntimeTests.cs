using System.Net;
using Backoffice.LocalDapr.Tests.Harness;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests.Hosting;

public sealed class RuntimeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sidecar_is_on_loopback_has_tokens_of_its_own_and_is_opened_once()
    {
        await using var under = await LocalUnderTest.OnGarnetAsync();

        var document = await under.Runtime.AddSidecarAsync("document", Stop);
        var again = await under.Runtime.AddSidecarAsync("document", Stop);
        var meeting = await under.Runtime.AddSidecarAsync("meeting", Stop);

        again.ShouldBe(document);
        foreach (var endpoint in (Uri[])[document.GrpcEndpoint, document.HttpEndpoint, meeting.GrpcEndpoint, meeting.HttpEndpoint])
            IPAddress.IsLoopback(IPAddress.Parse(endpoint.Host)).ShouldBeTrue();
        new[] { document.ApiToken, document.AppToken, meeting.ApiToken, meeting.AppToken }.Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Health_fails_until_an_app_is_attached_and_after_it_left()
    {
        await using var under = await LocalUnderTest.OnGarnetAsync();
        await using var app = await under.StartAppAsync(new TestAppPlan { Attach = false });

        (await app.Dapr.CheckHealthAsync(Stop), await app.Dapr.CheckOutboundHealthAsync(Stop)).ShouldBe((false, true));
        await under.Runtime.AttachAppAsync(app.AppId, app.Address, Stop);
        (await app.Dapr.CheckHealthAsync(Stop)).ShouldBeTrue();
        await under.Runtime.DetachAppAsync(app.AppId, app.Address, Stop);
        (await app.Dapr.CheckHealthAsync(Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_app_without_a_sidecar_cannot_be_attached()
    {
        await using var under = await LocalUnderTest.OnGarnetAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => under.Runtime.AttachAppAsync("nobody", new("http://127.0.0.1:1"), Stop));
    }

    [Fact]
    public async Task Detaching_waits_for_what_is_in_hand()
    {
        await using var under = await LocalUnderTest.OnGarnetAsync();
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource<Verdict>());
        await using var app = await under.StartAppAsync(new TestAppPlan
        {
            Handler = (_, _) =>
            {
                entered.TrySetResult();
                return leave.Task;
            },
        }.With("events", "t"));
        await app.Dapr.PublishEventAsync("events", "t", "x", Stop);
        await entered.Task.WaitAsync(Stop);

        var detaching = under.Runtime.DetachAppAsync(app.AppId, app.Address, Stop);
        detaching.IsCompleted.ShouldBeFalse();
        leave.SetResult(default);

        await detaching;
        app.Deliveries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_runtime_with_open_streams_and_calls_stops()
    {
        var under = await LocalUnderTest.OnGarnetAsync();
        var app = await under.StartAppAsync(new TestAppPlan().With("events", "t"));
        await using var stream = await PubSub.StreamingTests.Stream.OpenAsync(app, "t");

        await app.DisposeAsync();
        await under.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15), Stop);
    }
}
