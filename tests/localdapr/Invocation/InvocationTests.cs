using Backoffice.LocalDapr.Tests.Harness;
using Backoffice.LocalDapr.Tests.Protos;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace Backoffice.LocalDapr.Tests.Invocation;

public sealed class InvocationTests(Runtimes runtimes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EveryRuntime]
    public async Task A_call_reaches_the_named_app_with_its_token_and_the_callers_name(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));

        var answer = await pair.Echo.OnceAsync(new() { Text = "早" }, pair.To(pair.Callee.AppId), cancellationToken: Stop);

        answer.Text.ShouldBe("早");
        answer.Metadata["dapr-api-token"].ShouldBe(pair.Callee.Sidecar.AppToken);
        answer.Metadata["dapr-caller-app-id"].ShouldBe(pair.Caller.AppId);
        answer.Metadata["own"].ShouldBe("kept");
    }

    [Theory, EveryRuntime]
    public async Task Every_kind_of_stream_passes(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));
        var headers = pair.To(pair.Callee.AppId);
        headers.Add("dapr-stream", "true");

        using var down = pair.Echo.Down(new() { Text = "x", Number = 3 }, headers, cancellationToken: Stop);
        (await down.ResponseStream.ReadAllAsync(Stop).CountAsync(Stop)).ShouldBe(3);

        using var up = pair.Echo.Up(headers, cancellationToken: Stop);
        foreach (var text in (string[])["a", "b", "c"])
            await up.RequestStream.WriteAsync(new() { Text = text }, Stop);
        await up.RequestStream.CompleteAsync();
        (await up).Text.ShouldBe("a,b,c");

        using var both = pair.Echo.Both(headers, cancellationToken: Stop);
        foreach (var text in (string[])["a", "b"])
        {
            await both.RequestStream.WriteAsync(new() { Text = text }, Stop);
            (await both.ResponseStream.MoveNext(Stop)).ShouldBeTrue();
            both.ResponseStream.Current.Text.ShouldBe(text);
        }

        await both.RequestStream.CompleteAsync();
        (await both.ResponseStream.MoveNext(Stop)).ShouldBeFalse();
    }

    [Theory, EveryRuntime]
    public async Task The_callees_status_details_and_trailers_pass(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));

        var refused = await Should.ThrowAsync<RpcException>(async () => await pair.Echo.RefuseAsync(new(), pair.To(pair.Callee.AppId), cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason.ShouldBe("CLOSED");
        refused.Trailers.GetValue("reason").ShouldBe("closed-on-sundays");
    }

    [Theory, EveryRuntime]
    public async Task A_deadline_ends_the_call_at_both_ends(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));

        var text = $"deadline on {on}";

        var late = await Should.ThrowAsync<RpcException>(async () => await pair.Echo.HangAsync(
            new() { Text = text }, pair.To(pair.Callee.AppId), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300), cancellationToken: Stop));

        late.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await Eventually.BecomesTrueAsync("the callee notices the deadline", () => EchoService.Cancelled.Contains(text));
    }

    [Theory, EveryRuntime]
    public async Task Cancelling_the_call_cancels_the_callee(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var text = $"cancel on {on}";

        var hanging = pair.Echo.HangAsync(new() { Text = text }, pair.To(pair.Callee.AppId), cancellationToken: cancel.Token);
        await Eventually.BecomesTrueAsync("the callee has the call", () => EchoService.Started.Contains(text));
        await cancel.CancelAsync();

        (await Should.ThrowAsync<RpcException>(async () => await hanging)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await Eventually.BecomesTrueAsync("the callee notices", () => EchoService.Cancelled.Contains(text));
    }

    [Theory, EveryRuntime]
    public async Task A_message_above_four_mebibytes_does_not_arrive(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));

        var fits = await pair.Echo.OnceAsync(
            new() { Payload = ByteString.CopyFrom(new byte[3 << 20]) }, pair.To(pair.Callee.AppId), cancellationToken: Stop);
        var large = await Should.ThrowAsync<RpcException>(async () => await pair.Echo.OnceAsync(
            new() { Payload = ByteString.CopyFrom(new byte[5 << 20]) }, pair.To(pair.Callee.AppId), cancellationToken: Stop));

        fits.Size.ShouldBe(3 << 20);
        large.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Theory, EveryRuntime]
    public async Task An_app_that_is_down_is_unavailable(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));
        await pair.Callee.KillAsync();

        var down = await Should.ThrowAsync<RpcException>(async () => await pair.Echo.OnceAsync(new(), pair.To(pair.Callee.AppId), cancellationToken: Stop));

        down.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Theory, EveryRuntime]
    public async Task A_foreign_service_without_a_target_is_refused_as_unknown(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));

        var lost = await Should.ThrowAsync<RpcException>(async () => await pair.Echo.OnceAsync(new(), pair.Caller.Token, cancellationToken: Stop));

        lost.StatusCode.ShouldBe(StatusCode.Unknown);
        lost.Status.Detail.ShouldContain("dapr-app-id");
    }

    [Theory, EveryRuntime]
    public async Task A_call_without_the_api_token_is_unauthenticated(RuntimeKind on)
    {
        await using var pair = await Pair.StartAsync(await runtimes.GetAsync(on));

        var refused = await Should.ThrowAsync<RpcException>(async () => await pair.Echo.OnceAsync(
            new(), new Metadata { { "dapr-app-id", pair.Callee.AppId } }, cancellationToken: Stop));

        refused.StatusCode.ShouldBe(StatusCode.Unauthenticated);
    }

    private sealed class Pair(TestApp caller, TestApp callee) : IAsyncDisposable
    {
        private readonly GrpcChannel _channel = GrpcChannel.ForAddress(caller.Sidecar.GrpcEndpoint, new() { MaxSendMessageSize = null });

        public TestApp Caller => caller;

        public TestApp Callee => callee;

        public Echo.EchoClient Echo => new(_channel);

        public static async Task<Pair> StartAsync(RuntimeUnderTest runtime) => new(await runtime.StartAppAsync(), await runtime.StartAppAsync());

        public Metadata To(string appId) => new() { { "dapr-api-token", caller.Sidecar.ApiToken }, { "dapr-app-id", appId }, { "own", "kept" } };

        public async ValueTask DisposeAsync()
        {
            _channel.Dispose();
            await caller.DisposeAsync();
            await callee.DisposeAsync();
        }
    }
}
