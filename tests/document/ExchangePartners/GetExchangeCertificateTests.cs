using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.ExchangePartners;

public sealed class GetExchangeCertificateTests(DocumentSuites suites)
{
    [Theory, EveryDatabase]
    public async Task A_house_without_a_credit_code_exchanges_nothing(StoreKind store)
    {
        var partners = TwoHouses.PartnersOf(await suites.On(store));
        (await Refused.ForAsync("EXCHANGE_NOT_SET_UP", partners.GetExchangeCertificateAsync(new GetExchangeCertificateRequest()))).Metadata["variable"].ShouldBe("Document__CreditCode");
    }
}
