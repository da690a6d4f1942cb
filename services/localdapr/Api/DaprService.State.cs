using Dapr.Client.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.LocalDapr.Api;

internal sealed partial class DaprService
{
    public override async Task<GetStateResponse> GetState(GetStateRequest request, ServerCallContext call)
    {
        var store = components.State(AppId, request.StoreName);
        var (data, etag) = await store.GetAsync(store.KeyOf(AppId, request.Key));
        return new() { Data = data, Etag = etag };
    }

    public override async Task<GetBulkStateResponse> GetBulkState(GetBulkStateRequest request, ServerCallContext call)
    {
        var store = components.State(AppId, request.StoreName);
        var keys = request.Keys.Select(key => (Key: key, Stored: store.KeyOf(AppId, key))).ToArray();
        return new() { Items = { await Task.WhenAll(keys.Select(k => ItemAsync(k.Key, k.Stored))) } };

        async Task<BulkStateItem> ItemAsync(string key, string stored)
        {
            try
            {
                var (data, etag) = await store.GetAsync(stored);
                return new() { Key = key, Data = data, Etag = etag };
            }
            catch (RpcException fault)
            {
                return new() { Key = key, Error = fault.Status.Detail };
            }
        }
    }

    public override async Task<Empty> SaveState(SaveStateRequest request, ServerCallContext call)
    {
        var store = components.State(AppId, request.StoreName);
        if (request.States.Any(item => item.Key.Length == 0))
            throw DaprError.Create(StatusCode.InvalidArgument, "ERR_STATE_SAVE", "state key cannot be empty");

        var items = request.States.Select(item => (Key: store.KeyOf(AppId, item.Key), Item: item)).ToArray();
        components.Strict.CheckSave(request);
        await AllAsync(items.Select(i => store.SaveAsync(i.Key, i.Item)));
        return new();
    }

    public override async Task<Empty> DeleteState(DeleteStateRequest request, ServerCallContext call)
    {
        var store = components.State(AppId, request.StoreName);
        await store.DeleteAsync(store.KeyOf(AppId, request.Key), request.Etag);
        return new();
    }

    public override async Task<Empty> DeleteBulkState(DeleteBulkStateRequest request, ServerCallContext call)
    {
        var store = components.State(AppId, request.StoreName);
        var items = request.States.Select(item => (Key: store.KeyOf(AppId, item.Key), item.Etag)).ToArray();
        await AllAsync(items.Select(i => store.DeleteAsync(i.Key, i.Etag)));
        return new();
    }

    public override async Task<Empty> ExecuteStateTransaction(ExecuteStateTransactionRequest request, ServerCallContext call)
    {
        var store = components.State(AppId, request.StoreName);
        var operations = request.Operations.Select(o => (o.OperationType, Key: store.KeyOf(AppId, o.Request.Key), o.Request)).ToArray();
        if (Array.Find(operations, o => o.OperationType is not ("upsert" or "delete")) is { OperationType: { } unknown })
            throw DaprError.Create(StatusCode.Unimplemented, "ERR_NOT_SUPPORTED_STATE_OPERATION", $"operation type {unknown} not supported");

        components.Strict.CheckTransaction(request);
        if (operations.Length > 0)
            await store.TransactAsync(operations);

        return new();
    }

    /// <summary>
    /// Bulk calls are parallel single ones: some may be applied when others fail. Of several failures an etag problem is the one that
    /// the client sees.
    /// </summary>
    private static async Task AllAsync(IEnumerable<Task> single)
    {
        var all = single.ToArray();
        await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var faults = all.Where(t => t.IsFaulted).Select(t => t.Exception!.InnerException!).ToArray();
        if (faults.Length > 0)
            throw faults.OfType<RpcException>().FirstOrDefault(f => f.StatusCode is StatusCode.Aborted or StatusCode.InvalidArgument) ?? faults[0];
    }
}
