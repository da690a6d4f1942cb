using Backoffice.Document.Tests.OutgoingValidity;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Exchange;

public sealed class ExportInvalidityPackageTests(Houses both)
{
    [Theory, EveryDatabase]
    public async Task The_other_house_is_told_and_its_handling_with_it(StoreKind store)
    {
        var houses = await both.On(store);
        var (sent, other) = (await houses.SendAsync(), await houses.SendAsync());
        var document = (await TwoHouses.TakeAsync(houses.Finance, await sent.PackageAsync())).IncomingDocument.Name;
        var clerk = houses.Finance.As("document", Office.Clerk);
        var register = new IncomingDocumentService.IncomingDocumentServiceClient(clerk);
        await register.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { SignedFor = document, IncomingDocument = new IncomingDocument() });
        var matter = (await new IncomingHandlingService.IncomingHandlingServiceClient(clerk).StartHandlingAsync(new StartHandlingRequest { Name = document })).Matter.Name;
        await Refused.ForAsync("WRONG_STATE", sent.NoticeAsync);
        foreach (var taken in new[] { sent, other })
            await new OutgoingValidityService.OutgoingValidityServiceClient(houses.Bureau.As("document", Office.OfficeDirector))
                .WithdrawOutgoingDocumentAsync(new WithdrawOutgoingDocumentRequest { Name = taken.On.Name, Reason = "附件有误" });
        await Refused.ForAsync("EXCHANGE_MISMATCH", other.NoticeAsync);
        await Refused.ForAsync("NOT_IN_FORCE", other.PackageAsync);
        var notice = await sent.NoticeAsync();
        (await sent.NoticeAsync()).ShouldBe(notice);

        foreach (var (reason, forged) in new[]
        {
            ("PACKAGE_NOT_TRUSTED", TwoHouses.Altered(notice, _ => { }, houses.SignAsThird)),
            ("EXCHANGE_MISMATCH", TwoHouses.Altered(notice, m => m.Sender.CreditCode = TwoHouses.ThirdCode, houses.SignAsThird)),
            ("EXCHANGE_MISMATCH", TwoHouses.Altered(notice, m => m.Invalidity.ManifestSha256 = new string('0', 64), houses.SignAsBureau)),
            ("PACKAGE_DAMAGED", TwoHouses.Altered(notice, m => m.Invalidity.Kind = InvalidityKind.Unspecified, houses.SignAsBureau)),
        })
            await Refused.ForAsync(reason, () => TwoHouses.TakeAsync(houses.Finance, forged));
        (await register.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = document })).IncomingDocument.Invalidity.ShouldBeNull();

        var told = await TwoHouses.TakeAsync(houses.Finance, notice);

        (told.Kind, told.Unchanged, told.IncomingDocument.Invalidity.Kind, told.IncomingDocument.Invalidity.Reason).ShouldBe((ExchangeKind.Invalidity, false, InvalidityKind.Withdrawn, "附件有误"));
        (await TwoHouses.TakeAsync(houses.Finance, notice)).Unchanged.ShouldBeTrue();
        (await houses.Finance.EventsAsync<IncomingDocumentInvalidated>("document")).Where(e => e.IncomingDocument == document).ShouldHaveSingleItem().Matter.ShouldBe(matter);
        (await register.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = 1000 })).IncomingDocuments.Single(d => d.Name == document).Invalidity.ShouldBe(told.IncomingDocument.Invalidity);
        // Receipts have ended with it.
        (await TwoHouses.TakeAsync(houses.Bureau, await TwoHouses.ReceiptAsync(houses.Finance, document))).Unchanged.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    public async Task The_page_that_came_says_across_it_what_became_of_the_document(StoreKind store)
    {
        var houses = await both.On(store);
        var sent = await houses.SendAsync();
        var document = (await TwoHouses.TakeAsync(houses.Finance, await sent.PackageAsync())).IncomingDocument;
        var before = await PageAsync(houses.Finance, document);
        await new OutgoingValidityService.OutgoingValidityServiceClient(houses.Bureau.As("document", Office.OfficeDirector))
            .WithdrawOutgoingDocumentAsync(new WithdrawOutgoingDocumentRequest { Name = sent.On.Name, Reason = "附件有误" });
        await TwoHouses.TakeAsync(houses.Finance, await sent.NoticeAsync());

        var after = await PageAsync(houses.Finance, document);

        (MarkedCopies.MarkOf(before), MarkedCopies.MarkOf(after)).ShouldBe((sent.Ledger[0].Title, "已撤回"));
    }

    private static async Task<byte[]> PageAsync(Suite house, IncomingDocument document)
    {
        using var call = new AttachmentService.AttachmentServiceClient(house.As("document", Office.Clerk)).DownloadAttachment(new DownloadAttachmentRequest { Name = document.Attachments[0].Name });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }
}
