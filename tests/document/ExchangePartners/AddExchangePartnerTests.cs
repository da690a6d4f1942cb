using System.Security.Cryptography;
using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.ExchangePartners;

public sealed class AddExchangePartnerTests(Houses both)
{
    [Theory, EveryDatabase]
    public async Task What_would_mistake_one_organ_for_another_is_refused(StoreKind store)
    {
        var houses = await both.On(store);
        var partners = TwoHouses.PartnersOf(houses.Finance);
        using var certificate = TwoHouses.CertificateOf("other");
        var pem = certificate.ExportCertificatePem();
        const string free = "91330100799655058B";
        using var over = TwoHouses.CertificateOf("over", -2, -1);
        using var key = RSA.Create(2048);
        foreach (var (reason, request) in new[]
        {
            ("CREDIT_CODE", TwoHouses.Adding("91330100799655058A", "市水利局", pem)),
            ("INVALID_REQUEST", TwoHouses.Adding("市水利局", "市水利局", pem)),
            ("PARTNER_KNOWN", TwoHouses.Adding(TwoHouses.BureauCode, "市水利局", pem)),
            ("PARTNER_KNOWN", TwoHouses.Adding(free, TwoHouses.BureauName, pem)),
            ("PARTNER_KNOWN", TwoHouses.Adding(free, "市水利局", houses.Third.ExportCertificatePem())),
            ("CERTIFICATE_REFUSED", TwoHouses.Adding(free, "市水利局", "证书")),
            ("CERTIFICATE_REFUSED", TwoHouses.Adding(free, "市水利局", over.ExportCertificatePem())),
            ("CERTIFICATE_REFUSED", TwoHouses.Adding(free, "市水利局", $"{pem}\n{key.ExportPkcs8PrivateKeyPem()}")),
        })
            await Refused.ForAsync(reason, partners.AddExchangePartnerAsync(request));
        await Refused.ForAsync("PARTNER_NOT_FOUND", partners.RetireExchangePartnerAsync(new RetireExchangePartnerRequest { Name = $"exchangePartners/{Guid.NewGuid()}", Reason = "无" }));
        foreach (var role in new[] { Role.Clerk, Role.OfficeDirector, Role.SystemAdministrator })
            await Refused.ForAsync("PERMISSION_DENIED", TwoHouses.PartnersOf(houses.Finance, role).AddExchangePartnerAsync(TwoHouses.Adding(free, "市水利局", pem)));
    }
}
