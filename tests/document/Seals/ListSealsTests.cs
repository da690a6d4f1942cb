using Backoffice.Document.Tests.Sealing;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Seals;

public sealed class ListSealsTests(SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task Pages_put_together_hold_every_seal_once_in_the_order_entered(StoreKind store)
    {
        var house = await houses.On(store);
        var entered = new[] { await house.AnotherSealAsync(), await house.AnotherSealAsync(), await house.AnotherSealAsync() };
        var (listed, request) = (new List<Seal>(), new ListSealsRequest { PageSize = 2 });
        do
        {
            var page = await house.SealsAs(Office.Staff).ListSealsAsync(request);
            listed.AddRange(page.Seals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        listed.Select(s => s.Name).ShouldBeUnique();
        listed.Where(s => entered.Contains(s)).ShouldBe(entered);
        await Refused.ForAsync("PERMISSION_DENIED", house.SealsAs(Office.County).ListSealsAsync(new ListSealsRequest()));
    }
}
