using Backoffice.LocalDapr.Tests.Harness;
using Verdict = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Backoffice.LocalDapr.Tests.PubSub;

/// <summary>Topics in process outlive the runtime: what nobody has acknowledged is delivered by the next one.</summary>
public sealed class LocalTopicsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_not_acknowledged_is_delivered_after_a_restart_and_nothing_else()
    {
        using var folder = new TempFolder();
        var plan = new TestAppPlan().With("patient", "matters");
        await using (var before = await StartAsync(folder))
        {
            await using var app = await before.StartAppAsync(plan with
            {
                Handler = (request, _) => Task.FromResult(request.Data.ToStringUtf8() == "\"done\"" ? Verdict.Success : Verdict.Retry),
            });
            await app.Dapr.PublishEventAsync("patient", "matters", "done", Stop);
            await app.Dapr.PublishEventAsync("patient", "matters", "open", Stop);
            await Eventually.BecomesTrueAsync("both were tried", () => app.Deliveries.Count >= 3);
        }

        await using var after = await StartAsync(folder);
        await using var again = await after.StartAppAsync(plan);

        (await again.NextAsync()).Text.ShouldBe("\"open\"");
        await again.Dapr.PublishEventAsync("patient", "matters", "next", Stop);
        (await again.NextAsync()).Text.ShouldBe("\"next\"");
        again.Deliveries.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_published_while_nobody_listened_is_delivered_after_a_restart()
    {
        using var folder = new TempFolder();
        await using (var before = await StartAsync(folder))
        {
            await using var app = await before.StartAppAsync();
            await app.Dapr.PublishEventAsync("events", "matters", "early", Stop);
        }

        await using var after = await StartAsync(folder);
        await using var listener = await after.StartAppAsync(new TestAppPlan().With("events", "matters"));

        (await listener.NextAsync()).Text.ShouldBe("\"early\"");
    }

    [Fact]
    public async Task A_stopped_app_finds_its_messages_when_it_starts_again()
    {
        using var folder = new TempFolder();
        await using var runtime = await StartAsync(folder);
        var plan = new TestAppPlan().With("events", "matters");
        await using var publisher = await runtime.StartAppAsync();
        var app = await runtime.StartAppAsync(plan);
        await app.DisposeAsync();

        await publisher.Dapr.PublishEventAsync("events", "matters", "meanwhile", Stop);
        await using var again = await runtime.StartAppAsync(plan);

        (await again.NextAsync()).Text.ShouldBe("\"meanwhile\"");
    }

    private static Task<LocalUnderTest> StartAsync(TempFolder folder) => LocalUnderTest.OnGarnetAsync(o => o with { DataPath = Path.Combine(folder.Path, "topics") });
}
