using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;

namespace Backoffice.LocalDapr.Api;

internal sealed partial class DaprService
{
    public override async Task<TryLockResponse> TryLockAlpha1(TryLockRequest request, ServerCallContext call) =>
        new() { Success = await components.Locks(AppId, request.StoreName).TryLockAsync(AppId, request) };

    public override async Task<UnlockResponse> UnlockAlpha1(UnlockRequest request, ServerCallContext call) =>
        new() { Status = await components.Locks(AppId, request.StoreName).UnlockAsync(AppId, request) };
}
