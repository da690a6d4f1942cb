using System.Security.Cryptography;
using Backoffice.Document.Exchange;
using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.ExchangePartners;

/// <summary>The register of partners, in which trust begins and ends.</summary>
public sealed class ExchangePartnerTests(Houses both, DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_partner_is_believed_until_it_is_retired(StoreKind store)
    {
        var houses = await both.On(store);
        var package = await (await houses.SendAsync()).PackageAsync();
        using var certificate = TwoHouses.CertificateOf("fourth");
        const string code = "91330100799655058B";
        var partners = TwoHouses.PartnersOf(houses.Finance);
        var request = TwoHouses.Adding(code, "市档案局", certificate.ExportCertificatePem());
        request.RequestId = Guid.NewGuid().ToString();
        var added = await partners.AddExchangePartnerAsync(request);
        (await partners.AddExchangePartnerAsync(request)).ShouldBe(added);
        (added.ExchangePartner.Person, added.ExchangePartner.CertificateSha256).ShouldBe(("secadmin", certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()));
        byte[] Signed(byte[] from) => TwoHouses.Altered(from, m => (m.Sender.CreditCode, m.DispatchId) = (code, Guid.NewGuid().ToString()), t => ManifestSignature.Make(t, certificate));
        var taken = await TwoHouses.TakeAsync(houses.Finance, Signed(package));
        // The document names another issuer than who sent it.
        taken.IncomingDocument.Sender.ShouldBe("市档案局");

        var retire = new RetireExchangePartnerRequest { Name = added.ExchangePartner.Name, Reason = "私钥疑似泄露", RequestId = Guid.NewGuid().ToString() };
        var retired = await partners.RetireExchangePartnerAsync(retire);

        (await partners.RetireExchangePartnerAsync(retire)).ShouldBe(retired);
        (retired.ExchangePartner.RetireReason, retired.ExchangePartner.RetireTime is null).ShouldBe(("私钥疑似泄露", false));
        await Refused.ForAsync("PACKAGE_NOT_TRUSTED", () => TwoHouses.TakeAsync(houses.Finance, Signed(package)));
        (await ListAsync(partners)).ShouldContain(retired.ExchangePartner);
        // What came before is still answered, and the partner comes back with another certificate.
        (await TwoHouses.ReceiptAsync(houses.Finance, taken.IncomingDocument.Name)).ShouldNotBeEmpty();
        using var renewed = TwoHouses.CertificateOf("renewed");
        var back = await partners.AddExchangePartnerAsync(TwoHouses.Adding(code, "市档案局", renewed.ExportCertificatePem()));
        await Refused.ForAsync("PARTNER_KNOWN", partners.AddExchangePartnerAsync(TwoHouses.Adding(code, "市档案馆", certificate.ExportCertificatePem())));
        await partners.RetireExchangePartnerAsync(new RetireExchangePartnerRequest { Name = back.ExchangePartner.Name, Reason = "不再交换" });
    }

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

    [Theory, EveryDatabase]
    public async Task Pages_put_together_are_the_register(StoreKind store)
    {
        var partners = TwoHouses.PartnersOf((await both.On(store)).Bureau, Role.Clerk);
        (await ListAsync(partners)).Select(p => p.CreditCode).ShouldBe([TwoHouses.FinanceCode, TwoHouses.ThirdCode]);
    }

    [Theory, EveryDatabase]
    public async Task A_house_without_a_credit_code_exchanges_nothing(StoreKind store)
    {
        var partners = TwoHouses.PartnersOf(await suites.On(store));
        (await Refused.ForAsync("EXCHANGE_NOT_SET_UP", partners.GetExchangeCertificateAsync(new GetExchangeCertificateRequest()))).Metadata["variable"].ShouldBe("Document__CreditCode");
    }

    private static async Task<IReadOnlyList<ExchangePartner>> ListAsync(ExchangePartnerService.ExchangePartnerServiceClient partners)
    {
        var (all, request) = (new List<ExchangePartner>(), new ListExchangePartnersRequest { PageSize = 1 });
        do
        {
            var page = await partners.ListExchangePartnersAsync(request);
            all.AddRange(page.ExchangePartners);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
