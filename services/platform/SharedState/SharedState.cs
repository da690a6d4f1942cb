using System.Text;
using Dapr;
using Dapr.Client;

namespace Backoffice.Platform.SharedState;

/// <summary>
/// State the services share, in the Dapr state store `shared`: one aggregate, one key, one etag. All of it can be lost and
/// is written anew by its owner from the owner's own records.
/// </summary>
public sealed class SharedState(DaprClient dapr)
{
    private const string Store = "shared";

    /// <summary>An etag that no value has: a save with it succeeds only where the key is absent.</summary>
    private const string Absent = "-1";

    public async Task<SharedValue> ReadAsync(string key, CancellationToken stop)
    {
        var (value, etag) = await dapr.GetByteStateAndETagAsync(Store, key, cancellationToken: stop);
        return new SharedValue(value.ToArray(), etag);
    }

    public async Task<string> ReadTextAsync(string key, CancellationToken stop) => Encoding.UTF8.GetString((await ReadAsync(key, stop)).Bytes);

    /// <summary>Saves when the value is still the one that was read; false when another writer came first or the store is away.</summary>
    public Task<bool> TrySaveAsync(string key, byte[] value, SharedValue read, CancellationToken stop) =>
        dapr.TrySaveByteStateAsync(Store, key, value, read.Etag.Length > 0 ? read.Etag : Absent, cancellationToken: stop);

    /// <summary>True for failures of the sidecar or the store behind it, as opposed to bugs.</summary>
    public static bool IsAway(Exception e) => e is DaprException or Grpc.Core.RpcException;
}

/// <summary>A shared value as read; no bytes and no etag when absent.</summary>
public sealed record SharedValue(byte[] Bytes, string Etag);
