using System.Net;
using Backoffice.LocalDapr.Tests.Harness;
using Dapr.Client.Autogen.Grpc.v1;
using Google.Rpc;
using Grpc.Core;

namespace Backoffice.LocalDapr.Tests.Api;

public sealed class ApiTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EveryRuntime("")]
    [EveryRuntime("wrong")]
    public async Task A_missing_or_wrong_api_token_is_unauthenticated(RuntimeKind on, string token)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        var headers = new Metadata();
        if (token.Length > 0)
            headers.Add("dapr-api-token", token);

        var refused = await Should.ThrowAsync<RpcException>(async () => await app.Raw.GetMetadataAsync(new(), headers, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    [Theory, EveryRuntime]
    public async Task Health_needs_no_token_and_follows_the_app(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();
        using var client = new HttpClient { BaseAddress = app.Sidecar.HttpEndpoint };

        (await client.GetAsync("/v1.0/healthz", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await app.Dapr.CheckHealthAsync(Stop)).ShouldBeTrue();
        (await app.Dapr.CheckOutboundHealthAsync(Stop)).ShouldBeTrue();
        await app.Dapr.WaitForSidecarAsync(Stop);
    }

    [Theory, EveryRuntime]
    public async Task Metadata_names_the_app_its_components_and_its_subscriptions(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        var topic = TestAppPlan.UniqueTopic();
        await using var app = await runtime.StartAppAsync(new TestAppPlan().With("events", topic, "dead"));

        await app.Dapr.SetMetadataAsync("owner", "office", Stop);
        var metadata = await app.Raw.GetMetadataAsync(new(), app.Token, cancellationToken: Stop);

        metadata.Id.ShouldBe(app.AppId);
        metadata.RuntimeVersion.ShouldNotBeEmpty();
        metadata.ExtendedMetadata["owner"].ShouldBe("office");
        metadata.RegisteredComponents.Single(c => c.Name == "state").Type.ShouldBe("state.redis");
        metadata.RegisteredComponents.Single(c => c.Name == "state").Capabilities.ShouldContain("ETAG");
        var subscription = metadata.Subscriptions.Single();
        (subscription.PubsubName, subscription.Topic, subscription.DeadLetterTopic, subscription.Type)
            .ShouldBe(("events", topic, "dead", PubsubSubscriptionType.Programmatic));
        (await app.Dapr.GetMetadataAsync(Stop)).Id.ShouldBe(app.AppId);
    }

    [Theory, EveryRuntime]
    public async Task Errors_carry_an_error_info_of_dapr(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await app.Raw.GetStateAsync(new() { StoreName = "nowhere", Key = "k" }, app.Token, cancellationToken: Stop));

        refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Domain.ShouldBe("dapr.io");
    }

    [Theory]
    [EveryRuntime("", "t", StatusCode.InvalidArgument)]
    [EveryRuntime("nowhere", "t", StatusCode.InvalidArgument)]
    [EveryRuntime("events", "", StatusCode.InvalidArgument)]
    [EveryRuntime("scoped", "unlisted", StatusCode.PermissionDenied)]
    [EveryRuntime("scoped", "sealed", StatusCode.PermissionDenied)]
    public async Task Publishing_to_a_wrong_or_forbidden_place_is_refused(RuntimeKind on, string pubsub, string topic, StatusCode code)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var app = await runtime.StartAppAsync();

        var refused = await Should.ThrowAsync<RpcException>(async () =>
            await app.Raw.PublishEventAsync(new() { PubsubName = pubsub, Topic = topic }, app.Token, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(code);
    }

    [Theory, EveryRuntime]
    public async Task Publishing_scopes_bind_the_apps_they_name_and_no_other(RuntimeKind on)
    {
        var runtime = await runtimes.GetAsync(on);
        await using var clerk = await runtime.StartAppAsync(new TestAppPlan { AppId = "clerk" });
        await using var guest = await runtime.StartAppAsync(new TestAppPlan { AppId = "guest" });
        await using var other = await runtime.StartAppAsync();

        (await CodeAsync(clerk, "sealed"), await CodeAsync(clerk, "guarded"), await CodeAsync(clerk, "open")).ShouldBe((null, null, StatusCode.PermissionDenied));
        (await CodeAsync(guest, "open"), await CodeAsync(other, "open")).ShouldBe((StatusCode.PermissionDenied, null));
    }

    private static async Task<StatusCode?> CodeAsync(TestApp app, string topic)
    {
        try
        {
            await app.Raw.PublishEventAsync(new() { PubsubName = "scoped", Topic = topic }, app.Token, cancellationToken: Stop);
            return null;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
