using System.Security.Cryptography;
using Backoffice.Document.Exchange;
using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.ExchangePartners;

public sealed class RetireExchangePartnerTests(Houses both)
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
        (await partners.ListExchangePartnersAsync(new ListExchangePartnersRequest())).ExchangePartners.ShouldContain(retired.ExchangePartner);
        // What came before is still answered, and the partner comes back with another certificate.
        (await TwoHouses.ReceiptAsync(houses.Finance, taken.IncomingDocument.Name)).ShouldNotBeEmpty();
        using var renewed = TwoHouses.CertificateOf("renewed");
        var back = await partners.AddExchangePartnerAsync(TwoHouses.Adding(code, "市档案局", renewed.ExportCertificatePem()));
        await Refused.ForAsync("PARTNER_KNOWN", partners.AddExchangePartnerAsync(TwoHouses.Adding(code, "市档案馆", certificate.ExportCertificatePem())));
        await partners.RetireExchangePartnerAsync(new RetireExchangePartnerRequest { Name = back.ExchangePartner.Name, Reason = "不再交换" });
    }
}
