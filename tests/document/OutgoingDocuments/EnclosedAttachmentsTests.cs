using System.Text;
using Backoffice.Document.Tests.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

/// <summary>附件说明 against what is really with the document: texts bound with it and files.</summary>
public sealed class EnclosedAttachmentsTests(DocumentSuites suites)
{
    // Rulebook case 40.
    [Theory, EveryDatabase]
    public async Task What_is_listed_and_not_there_or_called_otherwise_is_told_by_proofreading_and_keeps_it_from_being_signed(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft", Listing("名单", "自查表"));
        var files = on.FilesAs(suite, Office.Staff);
        await files.AddOutgoingAttachmentAsync(on.Adding("名单"u8.ToArray(), "附件2：自检表.txt"));
        (await SaidAsync(on)).ShouldBe(["附件说明第1项“名单”没有相应的附件", "附件2名为“自检表”，与附件说明“自查表”不一致"]);
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "sign"))
            await on.DoAsync(step);
        (await Breaches.OfAsync(on.HandlingAs(Office.DeputyDirector).SignOutgoingDocumentAsync(on.Signature()))).ShouldBe(["DOC-E10 第9条(十)", "DOC-E10 第9条(十)"]);
    }

    [Theory, EveryDatabase]
    public async Task What_agrees_in_name_and_order_goes_its_way_and_is_printed_with_its_number(StoreKind store)
    {
        var suite = await suites.On(store);
        var draft = Listing("名单", "自查表");
        draft.Annexes.Add(new Annex { Title = "自查表", Text = "一、消防\n项目\t结果" });
        var on = await DraftUnderway.AtAsync(suite, "draft", draft);
        await on.FilesAs(suite, Office.Staff).AddOutgoingAttachmentAsync(on.Adding("名单"u8.ToArray(), "1.名单.txt"));
        (await SaidAsync(on)).ShouldBeEmpty();
        foreach (var step in DraftUnderway.Steps.TakeWhile(s => s != "dispatch"))
            await on.DoAsync(step);
        var text = (await on.PagesAs(Office.Clerk).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = PageFileFormat.Text })).Content.ToStringUtf8();
        text.ShouldContain("\n附件2\n自查表\n　　一、消防\n项目\t结果\n");
        await on.DoAsync("dispatch");
    }

    [Theory, EveryDatabase]
    public async Task Texts_of_attachments_are_versioned_compared_found_and_their_marks_refused(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var update = await on.ChangeAsync("annexes", d => d.Annexes.Add([new Annex { Title = "名单", Text = "甲县3名。" }, new Annex { Title = "表", Text = "一、消防" }]));
        (await on.As(Office.Staff).UpdateOutgoingDocumentAsync(update)).OutgoingDocument.Annexes.ShouldBe(update.OutgoingDocument.Annexes);
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("annexes", d => (d.Annexes[0].Text, _) = ("甲县4名。", d.Annexes.Remove(d.Annexes[1]))));
        (await on.GetAsync()).Annexes.ShouldBe([new Annex { Title = "名单", Text = "甲县4名。" }]);
        var between = await on.As(Office.Staff).CompareOutgoingDocumentVersionsAsync(new() { Name = on.Name, FromVersion = 2, ToVersion = 3 });
        between.Differences.Where(d => d.Field == "annexes" && d.Kind == DifferenceKind.Removed).Select(d => d.Text).ShouldContain("3");
        var word = Guid.NewGuid().ToString("N");
        await on.As(Office.Staff).UpdateOutgoingDocumentAsync(await on.ChangeAsync("annexes", d => d.Annexes[0].Text = $"甲县4名{word}。"));
        await Eventually.TrueAsync(async () => (await on.As(Office.Staff).SearchOutgoingDocumentsAsync(new() { Query = word })).TotalSize == 1);
        var secret = await on.ChangeAsync("annexes", d => d.Annexes[0].Text = "机密★5年");
        (await Refused.ForAsync("STATE_SECRET_REFUSED", on.As(Office.Staff).UpdateOutgoingDocumentAsync(secret))).Metadata["field"].ShouldBe("text");
    }

    [Theory, EveryDatabase]
    public async Task What_stands_under_the_mark_of_an_attachment_is_taken_over_with_the_text(StoreKind store)
    {
        var suite = await suites.On(store);
        var content = ByteString.CopyFrom(Encoding.UTF8.GetBytes("江州市民政局关于做好养老服务工作的通知\n县民政局：\n　　现通知如下。\n　　附件：1.名单\n　　　　　2.自查表\n江州市民政局\n2026年3月5日\n附件1\n名单\n　　甲县3名。\n附件2\n自查表\n项目\t结果\n"));
        var imported = await new OutgoingImportService.OutgoingImportServiceClient(suite.As("document", Office.Staff)).ImportOutgoingDocumentAsync(new() { FileName = "稿.txt", Content = content });
        imported.OutgoingDocument.Annexes.ShouldBe([new Annex { Title = "名单", Text = "甲县3名。" }, new Annex { Title = "自查表", Text = "项目\t结果" }]);
        imported.Annexes.ShouldBeEmpty();
        imported.OutgoingDocument.Findings.ShouldNotContain(f => f.RuleId == "DOC-E10");
    }

    private static OutgoingDocument Listing(params IEnumerable<string> names)
    {
        var draft = DraftUnderway.Notice();
        draft.AttachmentList.Add(names);
        draft.AttachmentTitles.Add(names);
        return draft;
    }

    private static async Task<IEnumerable<string>> SaidAsync(DraftUnderway on) =>
        (await on.ProofreadingAs(DraftUnderway.Drafter).ProofreadOutgoingDocumentAsync(new() { Name = on.Name })).Findings.Where(f => f.Kind == ProofKind.Attachment).Select(f => f.Message);
}
