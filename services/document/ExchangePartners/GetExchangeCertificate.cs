using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.ExchangePartners;

internal sealed partial class ExchangePartnerService
{
    public override Task<GetExchangeCertificateResponse> GetExchangeCertificate(GetExchangeCertificateRequest request, ServerCallContext context)
    {
        var own = identity.Own;
        return Task.FromResult(new GetExchangeCertificateResponse
        {
            CreditCode = own.CreditCode,
            DisplayName = own.DisplayName,
            CertificatePem = identity.CertificatePem,
            CertificateSha256 = identity.CertificateSha256,
        });
    }
}
