using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<VerifySealResponse> VerifySeal(VerifySealRequest request, ServerCallContext context)
    {
        var found = await provider.VerifyAsync(request.Content.Memory, context.CancellationToken);
        return new VerifySealResponse
        {
            Signatures =
            {
                found.Select(f => new SealSignature { Signer = f.Signer, CertificateSha256 = f.CertificateSha256, Intact = f.Intact, CoversFile = f.CoversFile, ByProvider = f.ByProvider }),
            },
            Valid = found.Count > 0 && found.All(f => f is { Intact: true, ByProvider: true }) && found.Any(f => f.CoversFile),
            Provider = provider.DisplayName,
            Notice = provider.Notice,
        };
    }
}
