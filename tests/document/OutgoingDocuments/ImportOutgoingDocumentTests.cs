using System.IO.Compression;
using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Google.Protobuf;
using Shouldly;
using Xunit;
using TrackedChanges = Backoffice.Document.V1.TrackedChanges;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class ImportOutgoingDocumentTests(DocumentSuites suites)
{
    private const string Text = "江州市民政局关于做好养老服务工作的通知\n县民政局：\n　　现通知如下。\n　　一、落实责任\n甲县\t3\n　　附件：名单\n江州市民政局\n2026年3月5日\n";

    [Theory, EveryDatabase]
    public async Task A_text_becomes_a_draft_of_whoever_sent_it(StoreKind store)
    {
        var request = Request(Encoding.UTF8.GetBytes(Text));
        request.RequestId = Guid.NewGuid().ToString();

        var answer = await (await AsAsync(Office.Staff, store)).ImportOutgoingDocumentAsync(request);

        var draft = answer.OutgoingDocument;
        (draft.Title, draft.Genre, draft.MainRecipients).ShouldBe(("江州市民政局关于做好养老服务工作的通知", DocumentGenre.Notice, "县民政局"));
        draft.Body.ShouldBe("现通知如下。\n一、落实责任\n甲县\t3");
        draft.AttachmentList.ShouldBe(["名单"]);
        (draft.Drafter, draft.Version, draft.State).ShouldBe(("people/staff", 1, OutgoingDocumentState.Drafting));
        (answer.Signatories.Single(), answer.PrintedDate).ShouldBe(("江州市民政局", "2026年3月5日"));
        (await (await AsAsync(Office.Staff, store)).ImportOutgoingDocumentAsync(request)).ShouldBe(answer);
        await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(Office.County, store)).ImportOutgoingDocumentAsync(Request(Encoding.UTF8.GetBytes(Text))));
    }

    [Theory, EveryDatabase]
    public async Task What_a_document_was_exported_as_is_imported_again_without_loss(StoreKind store)
    {
        var suite = await suites.On(store);
        var sent = DraftUnderway.Notice();
        (sent.Body, sent.CopyRecipients) = ("现将有关事项通知如下。\n一、提高认识。\n名额：\n甲县\t3\t\n\t4\t5", "市财政局");
        sent.AttachmentList.Add(["名单", "自查表"]);
        var on = await DraftUnderway.AtAsync(suite, "draft", sent);
        foreach (var format in (PageFileFormat[])[PageFileFormat.Docx, PageFileFormat.Text])
        {
            var exported = await on.PagesAs(DraftUnderway.Drafter).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = format });
            var draft = (await (await AsAsync(Office.Staff, store)).ImportOutgoingDocumentAsync(Request(exported.Content.ToByteArray()))).OutgoingDocument;
            (draft.Title, draft.MainRecipients, draft.Body, draft.CopyRecipients).ShouldBe((sent.Title, sent.MainRecipients, sent.Body, sent.CopyRecipients));
            draft.AttachmentList.ShouldBe(sent.AttachmentList);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_text_of_a_draft_is_replaced_and_kept_as_a_version(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var before = await on.GetAsync();
        var request = Request(Word(changed: true), on.Name);
        (request.Etag, request.TrackedChanges) = (before.Etag, TrackedChanges.Reject);

        var answer = await (await AsAsync(Office.Staff, store)).ImportOutgoingDocumentAsync(request);

        var after = answer.OutgoingDocument;
        (after.Body, after.Title, after.MainRecipients, after.Version).ShouldBe(("标准提高到780元。", before.Title, before.MainRecipients, 2));
        (answer.InsertionCount, answer.DeletionCount).ShouldBe((1, 1));
        answer.LeftOut.ShouldBe([new LeftOutContent { Kind = LeftOutKind.Comment, Count = 1 }]);
        var kept = (await on.As(Office.Staff).ListOutgoingDocumentVersionsAsync(new ListOutgoingDocumentVersionsRequest { Parent = on.Name })).Versions;
        kept.Select(v => v.OutgoingDocument.Body).ShouldBe([after.Body, before.Body]);
        kept[0].ChangedFields.ShouldBe(["body"]);
        await Refused.ForAsync("STALE_ETAG", (await AsAsync(Office.Staff, store)).ImportOutgoingDocumentAsync(request));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", (await AsAsync(DraftUnderway.Outsider, store)).ImportOutgoingDocumentAsync(request));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", (await AsAsync(Office.SectionChief, store)).ImportOutgoingDocumentAsync(Request(Word("改后的正文。"), on.Name)));
    }

    [Theory, EveryDatabase]
    public async Task Files_that_are_not_safe_or_no_document_are_refused_with_the_reason(StoreKind store)
    {
        var imports = await AsAsync(Office.Staff, store);
        foreach (var (why, content) in new (string, byte[])[]
        {
            ("加密", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
            ("宏", Package(("word/document.xml", "<a/>"), ("word/vbaProject.bin", "x"))),
            ("压缩内容异常", Package(("word/document.xml", new string('0', 20_000_000)))),
            ("DOCX 和纯文本", Encoding.UTF8.GetBytes("%PDF-1.7\n…")),
            ("DOCX 和纯文本", Package(("xl/workbook.xml", "<a/>"))),
            ("脚本", Encoding.UTF8.GetBytes("#!/bin/sh\n")),
            ("损坏", Package(("word/document.xml", "<a/>"))),
            ("没有正文", "关于某事的通知\n \n"u8.ToArray()),
        })
        {
            var info = await Refused.ForAsync("FILE_REFUSED", imports.ImportOutgoingDocumentAsync(Request(content)));
            info.Metadata["why"].ShouldContain(why);
        }
        await Refused.ForAsync("INVALID_REQUEST", imports.ImportOutgoingDocumentAsync(Request(Encoding.UTF8.GetBytes(new string('文', 500_001)))));
    }

    [Theory, EveryDatabase]
    public async Task A_state_secret_is_refused_however_it_is_written_and_nothing_of_it_is_kept(StoreKind store)
    {
        var suite = await suites.On(store);
        var imports = await AsAsync(Office.Staff, store);
        var trace = Guid.NewGuid().ToString("N");
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        foreach (var content in (byte[][])
        [
            Encoding.UTF8.GetBytes($"机密★5年\n{trace}"),
            gb18030.GetBytes($"关于{trace}的通知\n机密★5年"),
            Word(text: $"{trace}机密★"),
            Package(("word/document.xml", $"<w:p>&#26426;&#x5BC6;&#9733;{trace}</w:p>")),
        ])
            (await Refused.ForAsync("STATE_SECRET_REFUSED", imports.ImportOutgoingDocumentAsync(Request(content)))).Metadata["field"].ShouldBe("content");
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
    }

    private async Task<OutgoingImportService.OutgoingImportServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));

    private static ImportOutgoingDocumentRequest Request(byte[] content, string name = "") => new() { Name = name, FileName = "关于养老服务的稿子.docx", Content = ByteString.CopyFrom(content) };

    private static byte[] Word(string text = "标准提高到", bool changed = false)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(new Paragraph(
                new Run(new Text(text)),
                changed ? new DeletedRun(new Run(new DeletedText("780元。"))) { Author = "某人", Id = "1" } : new Run(),
                changed ? new InsertedRun(new Run(new Text("830元。"))) { Author = "某人", Id = "2" } : new Run())));
            if (changed)
                main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(new Paragraph(new Run(new Text("再核")))) { Id = "1", Author = "某人" });
        }
        return stream.ToArray();
    }

    private static byte[] Package(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }
}
