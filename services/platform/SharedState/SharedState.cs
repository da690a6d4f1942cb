using System.Text;
using Dapr;
using Dapr.Client;

namespace Backoffice.Platform.SharedState;

/// <summary>
/// State the services share, in the Dapr state store `shared`. Each value has one owner, which writes it anew from its own
/// records when it was lost; everybody else reads.
/// </summary>
public sealed class SharedState(DaprClient dapr)
{
    private const string Store = "shared";

    /// <summary>The value; empty when it is absent.</summary>
    public async Task<byte[]> ReadAsync(string key, CancellationToken stop) => (await dapr.GetByteStateAsync(Store, key, cancellationToken: stop)).ToArray();

    public async Task<string> ReadTextAsync(string key, CancellationToken stop) => Encoding.UTF8.GetString(await ReadAsync(key, stop));

    /// <summary>
    /// Saves values that belong together, in one transaction and in this order. A store that is emptied meanwhile may yet keep
    /// the later ones without the earlier (Garnet empties between two writes of a transaction; Redis does not): whoever looks
    /// at one value to know of all looks at the first.
    /// </summary>
    public Task SaveTogetherAsync(IReadOnlyList<(string Key, byte[] Value)> values, CancellationToken stop) => dapr.ExecuteStateTransactionAsync(
        Store,
        [.. values.Select(v => new StateTransactionRequest(v.Key, v.Value, StateOperationType.Upsert, options: new StateOptions { Concurrency = ConcurrencyMode.LastWrite }))],
        cancellationToken: stop);

    /// <summary>True for failures of the sidecar or the store behind it, as opposed to bugs.</summary>
    public static bool IsAway(Exception e) => e is DaprException or Grpc.Core.RpcException;
}
