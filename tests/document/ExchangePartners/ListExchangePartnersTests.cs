using Backoffice.Document.Tests.Exchange;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.ExchangePartners;

public sealed class ListExchangePartnersTests(Houses both)
{
    [Theory, EveryDatabase]
    public async Task Pages_put_together_are_the_register(StoreKind store)
    {
        var partners = TwoHouses.PartnersOf((await both.On(store)).Bureau, Role.Clerk);
        (await ListAsync(partners)).Select(p => p.CreditCode).ShouldBe([TwoHouses.FinanceCode, TwoHouses.ThirdCode]);
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
