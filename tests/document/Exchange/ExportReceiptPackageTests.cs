using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf.WellKnownTypes;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Exchange;

public sealed class ExportReceiptPackageTests(Houses both)
{
    [Theory, EveryDatabase]
    public async Task A_receipt_that_is_not_for_what_was_sent_leaves_the_ledger_as_it_is(StoreKind store)
    {
        var houses = await both.On(store);
        var (sent, other) = (await houses.SendAsync(), await houses.SendAsync());
        var document = (await TwoHouses.TakeAsync(houses.Finance, await sent.PackageAsync())).IncomingDocument.Name;
        var receipt = await TwoHouses.ReceiptAsync(houses.Finance, document);
        await other.PackageAsync();
        var third = sent.Ledger.Single(d => d.Organ == "市教育局").Name.Split('/')[3];
        foreach (var (how, change) in new Dictionary<string, Action<ExchangeManifest>>
        {
            ["for another dispatch"] = m => m.DispatchId = other.ToFinance.Name.Split('/')[3],
            ["for one that was sent to nobody by package"] = m => m.DispatchId = third,
            ["for one that never was"] = m => m.DispatchId = Guid.NewGuid().ToString(),
            ["for other content"] = m => m.Receipt.ManifestSha256 = new string('0', 64),
            ["of a time before the dispatch"] = m => m.CreateTime -= Duration.FromTimeSpan(TimeSpan.FromHours(1)),
            ["of a time to come"] = m => m.CreateTime += Duration.FromTimeSpan(TimeSpan.FromHours(1)),
        })
            (await Refused.ForAsync("EXCHANGE_MISMATCH", () => TwoHouses.TakeAsync(houses.Bureau, TwoHouses.Altered(receipt, change, houses.SignAsFinance)))).Metadata["why"].ShouldNotBeEmpty(how);
        // Another partner's word for it is none.
        var stolen = TwoHouses.Altered(receipt, m => m.Sender.CreditCode = TwoHouses.ThirdCode, houses.SignAsThird);
        await Refused.ForAsync("EXCHANGE_MISMATCH", () => TwoHouses.TakeAsync(houses.Bureau, stolen));
        await Refused.ForAsync("PACKAGE_NOT_TRUSTED", () => TwoHouses.TakeAsync(houses.Bureau, TwoHouses.Altered(receipt, _ => { }, houses.SignAsThird)));
        await Refused.ForAsync("PACKAGE_DAMAGED", () => TwoHouses.TakeAsync(houses.Bureau, TwoHouses.Altered(receipt, m => m.Receipt = null, houses.SignAsFinance)));
        // It is for the sender of the document, and for nobody else.
        await Refused.ForAsync("PACKAGE_NOT_TRUSTED", () => TwoHouses.TakeAsync(houses.Finance, receipt));

        (await sent.NowAsync()).ReceiptStatus.ShouldBe(ReceiptStatus.Unspecified);
        (await TwoHouses.TakeAsync(houses.Bureau, receipt)).Dispatch.ReceiptStatus.ShouldBe(ReceiptStatus.SignedFor);
        (await TwoHouses.TakeAsync(houses.Bureau, receipt)).Unchanged.ShouldBeTrue();
        (await houses.Bureau.EventsAsync<DispatchReceiptArrived>("document")).Count(e => e.Dispatch == sent.ToFinance.Name).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task There_is_no_receipt_for_what_came_another_way_or_may_not_be_seen(StoreKind store)
    {
        var houses = await both.On(store);
        var registered = await new IncomingDocumentService.IncomingDocumentServiceClient(houses.Finance.As("document", Office.Clerk)).RegisterAsync();
        await Refused.ForAsync("NOT_EXCHANGED", () => TwoHouses.ReceiptAsync(houses.Finance, registered.Name));
        await Refused.ForAsync("INCOMING_DOCUMENT_NOT_FOUND", () => TwoHouses.ReceiptAsync(houses.Finance, $"incomingDocuments/{Guid.NewGuid()}"));
    }
}
