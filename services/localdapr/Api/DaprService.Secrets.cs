using Dapr.Client.Autogen.Grpc.v1;
using Grpc.Core;

namespace Backoffice.LocalDapr.Api;

internal sealed partial class DaprService
{
    public override Task<GetSecretResponse> GetSecret(GetSecretRequest request, ServerCallContext call) =>
        Task.FromResult(new GetSecretResponse { Data = { [request.Key] = components.Secrets(AppId, request.StoreName).Get(request.Key) } });

    public override Task<GetBulkSecretResponse> GetBulkSecret(GetBulkSecretRequest request, ServerCallContext call)
    {
        var response = new GetBulkSecretResponse();
        foreach (var (key, secret) in components.Secrets(AppId, request.StoreName).All)
            response.Data[key] = new SecretResponse { Secrets = { [key] = secret } };

        return Task.FromResult(response);
    }
}
