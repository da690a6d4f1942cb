using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf;
using Grpc.Core;
using Concurrency = Dapr.Client.Autogen.Grpc.v1.StateOptions.Types.StateConcurrency;

namespace Backoffice.LocalDapr.Tests.Harness;

/// <summary>State calls by the generated client, where a case needs what the SDK does not let through.</summary>
internal static class StateCalls
{
    public static StateItem Item(string key, string value, string? etag = null, Concurrency concurrency = default) => new()
    {
        Key = key,
        Value = ByteString.CopyFromUtf8(value),
        Etag = etag is null ? null : new Etag { Value = etag },
        Options = new() { Concurrency = concurrency },
    };

    public static async Task SaveAsync(TestApp app, params StateItem[] items) =>
        await app.Raw.SaveStateAsync(new() { StoreName = "state", States = { items } }, app.Token, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The status a call is refused with, or "ok".</summary>
    public static async Task<string> CodeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "ok";
        }
        catch (RpcException refused)
        {
            return refused.StatusCode.ToString();
        }
    }
}
