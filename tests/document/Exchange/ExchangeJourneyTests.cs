using Backoffice.Document.Tests.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Exchange;

/// <summary>A document goes from one installation to another, and its receipts come back.</summary>
public sealed class ExchangeJourneyTests(Houses both)
{
    [Theory, EveryDatabase]
    public async Task A_document_arrives_with_all_its_elements_and_files_and_is_answered(StoreKind store)
    {
        var houses = await both.On(store);
        var draft = DraftUnderway.Notice();
        (draft.Title, draft.Urgency) = ($"（内部）{draft.Title}", Urgency.Urgent);
        draft.AttachmentList.Add("名单");
        draft.AttachmentTitles.Add("名单");
        byte[] clean = [];
        var sent = await houses.SendAsync(draft, async on =>
        {
            var files = on.FilesAs(houses.Bureau, DraftUnderway.Drafter);
            var dirty = await files.AddOutgoingAttachmentAsync(on.Adding(Attached.Dirty()));
            var copy = await files.CleanOutgoingAttachmentAsync(new CleanOutgoingAttachmentRequest { Name = dirty.Attachment.Name });
            clean = await files.ContentAsync(copy.Attachment.Name);
        });
        var issued = await sent.On.GetAsync();

        var taken = await TwoHouses.TakeAsync(houses.Finance, await sent.PackageAsync());

        (taken.Kind, taken.Unchanged).ShouldBe((ExchangeKind.Document, false));
        var document = taken.IncomingDocument;
        (document.State, document.SignForPerson, document.Version).ShouldBe((IncomingDocumentState.SignedFor, "people/clerk", 1));
        document.SignForTime.ShouldNotBeNull();
        (document.Title, document.DocumentNumber, document.Issuer, document.Genre, document.Urgency).ShouldBe((draft.Title, issued.DocumentNumber, TwoHouses.BureauName, DocumentGenre.Notice, Urgency.Urgent));
        (document.MainRecipients, document.CopyRecipients, document.Body, document.IssueDate).ShouldBe((issued.MainRecipients, issued.CopyRecipients, issued.Body, issued.FinalDate));
        (document.CopyCount, document.Sender, document.Source).ShouldBe((1, "", $"exchange/{TwoHouses.BureauCode}/{sent.ToFinance.Name.Split('/')[3]}"));
        document.AttachmentTitles.ShouldBe(["名单"]);
        document.Attachments.Select(a => a.FileName).ShouldBe(["印制件.pdf", "名单.docx"]);
        document.Attachments[0].Sha256.ShouldBe(issued.PrintSha256);
        (await DownloadAsync(houses.Finance, document.Attachments[1].Name)).ShouldBe(clean);
        (await houses.Finance.EventsAsync<ExchangedDocumentArrived>("document")).Where(e => e.IncomingDocument == document.Name).ShouldHaveSingleItem().CreditCode.ShouldBe(TwoHouses.BureauCode);

        await HandleAsync(houses.Finance, document.Name);
        (await sent.NowAsync()).ReceiptStatus.ShouldBe(ReceiptStatus.Unspecified);
        foreach (var status in new[] { ReceiptStatus.Delivered, ReceiptStatus.SignedFor, ReceiptStatus.Answered })
        {
            var moved = await TwoHouses.TakeAsync(houses.Bureau, await TwoHouses.ReceiptAsync(houses.Finance, document.Name, status));
            (moved.Kind, moved.Unchanged, moved.Dispatch.Name, moved.Dispatch.ReceiptStatus).ShouldBe((ExchangeKind.Receipt, false, sent.ToFinance.Name, status));
        }
        var ledger = await sent.NowAsync();
        (ledger.SignForPerson, ledger.SignForTime, ledger.EndNote).ShouldBe(("clerk", document.SignForTime, "清民函〔2026〕8号"));
        ledger.EndTime.ShouldNotBeNull();
        (await houses.Bureau.EventsAsync<DispatchReceiptArrived>("document")).Where(e => e.Dispatch == ledger.Name).Select(e => e.Status)
            .ShouldBe([ReceiptStatus.Delivered, ReceiptStatus.SignedFor, ReceiptStatus.Answered]);
    }

    [Theory, EveryDatabase]
    public async Task What_the_other_house_sends_back_is_returned_with_its_reason(StoreKind store)
    {
        var houses = await both.On(store);
        var sent = await houses.SendAsync();
        var document = (await TwoHouses.TakeAsync(houses.Finance, await sent.PackageAsync())).IncomingDocument.Name;
        var clerk = houses.Finance.As("document", Office.Clerk);
        await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { SignedFor = document, IncomingDocument = new IncomingDocument() });
        var handling = new IncomingHandlingService.IncomingHandlingServiceClient(clerk);
        await handling.StartHandlingAsync(new StartHandlingRequest { Name = document });
        await handling.ScreenIncomingDocumentAsync(new ScreenIncomingDocumentRequest { Name = document, Checks = new ScreeningChecks(), Opinion = "不属于本机关职权范围。" });

        var returned = await TwoHouses.TakeAsync(houses.Bureau, await TwoHouses.ReceiptAsync(houses.Finance, document));

        (returned.Dispatch.ReceiptStatus, returned.Dispatch.EndNote).ShouldBe((ReceiptStatus.Returned, "不属于本机关职权范围。"));
        // What was before it comes too late, and what comes again changes nothing.
        foreach (var status in new[] { ReceiptStatus.SignedFor, ReceiptStatus.Delivered, ReceiptStatus.Returned })
            (await TwoHouses.TakeAsync(houses.Bureau, await TwoHouses.ReceiptAsync(houses.Finance, document, status))).Unchanged.ShouldBeTrue();
        (await sent.NowAsync()).ShouldBe(returned.Dispatch);
        await Refused.ForAsync("WRONG_STATE", () => TwoHouses.ReceiptAsync(houses.Finance, document, ReceiptStatus.Answered));
    }

    [Theory, EveryDatabase]
    public async Task Annexes_arrive_as_files_of_their_own_before_the_other_attachments(StoreKind store)
    {
        var houses = await both.On(store);
        var draft = Attached.Listing("分配表", "附图");
        draft.Annexes.Add(new Annex { Title = "分配表", Text = "地区\t人数\n甲县\t120\n合计\t120" });
        var sent = await houses.SendAsync(draft, async on =>
            await on.FilesAs(houses.Bureau, DraftUnderway.Drafter).AddOutgoingAttachmentAsync(on.Adding("附图说明"u8.ToArray(), "附图.txt")));
        (await sent.PackageAsync()).ShouldBe(await sent.PackageAsync());

        var document = (await TwoHouses.TakeAsync(houses.Finance, await sent.PackageAsync())).IncomingDocument;

        document.Attachments.Select(a => (a.FileName, a.MediaType)).ShouldBe([("印制件.pdf", "application/pdf"), ("附件1 分配表.txt", "text/plain"), ("附图.txt", "text/plain")]);
        System.Text.Encoding.UTF8.GetString(await DownloadAsync(houses.Finance, document.Attachments[1].Name)).ShouldBe("分配表\n\n地区\t人数\n甲县\t120\n合计\t120");
    }

    private static async Task HandleAsync(Suite house, string document)
    {
        var clerk = house.As("document", Office.Clerk);
        await new IncomingDocumentService.IncomingDocumentServiceClient(clerk).RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { SignedFor = document, IncomingDocument = new IncomingDocument() });
        await new IncomingHandlingService.IncomingHandlingServiceClient(clerk).StartHandlingAsync(new StartHandlingRequest { Name = document });
        var on = DocumentUnderway.Of(house, document);
        await on.HandlingAs(Office.Clerk).ScreenIncomingDocumentAsync(on.Screening());
        await on.HandlingAs(Office.OfficeDirector).ProposeHandlingAsync(new ProposeHandlingRequest
        {
            Name = document,
            Opinion = "拟由社会救助科主办。",
            LeaderPost = DocumentUnderway.PostOf(Office.Director),
            Plan = new HandlingPlan { LeadPost = DocumentUnderway.PostOf(Office.SectionChief), ChaserPost = DocumentUnderway.PostOf(Office.Clerk), DueDate = new Google.Type.Date { Year = 2026, Month = 12, Day = 31 } },
        });
        await on.HandlingAs(Office.Director).InstructHandlingAsync(new InstructHandlingRequest { Name = document });
        await on.HandlingAs(Office.SectionChief).AnswerIncomingDocumentAsync(on.Result());
        await on.HandlingAs(Office.Clerk).CloseIncomingDocumentAsync(new CloseIncomingDocumentRequest { Name = document });
    }

    private static async Task<byte[]> DownloadAsync(Suite house, string name)
    {
        using var call = new AttachmentService.AttachmentServiceClient(house.As("document", Office.Clerk)).DownloadAttachment(new DownloadAttachmentRequest { Name = name });
        using var content = new MemoryStream();
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            content.Write(chunk.Data.Span);
        return content.ToArray();
    }
}
