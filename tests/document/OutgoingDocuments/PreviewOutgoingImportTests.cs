using System.Text;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;
using Google.Protobuf;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.OutgoingDocuments;

public sealed class PreviewOutgoingImportTests(DocumentSuites suites)
{
    private const string Text = "江州市民政局关于做好养老服务工作的通知\n县民政局：\n　　现通知如下。\n　　一、落实责任\n江州市民政局\n2026年3月5日\n";

    [Theory, EveryDatabase]
    public async Task What_would_come_of_an_import_is_seen_and_nothing_is_kept(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        var before = await on.GetAsync();
        var imports = await AsAsync(Office.Staff, store);

        var seen = (await imports.PreviewOutgoingImportAsync(Request(on.Name, Text))).OutgoingDocument;

        (seen.Title, seen.MainRecipients, seen.Body).ShouldBe(("江州市民政局关于做好养老服务工作的通知", "县民政局", "现通知如下。\n一、落实责任"));
        // What the file is silent on stays, and the document is as it was.
        (seen.Urgency, seen.Etag, seen.Version).ShouldBe((before.Urgency, before.Etag, before.Version));
        (await on.GetAsync()).ShouldBe(before);
        var taken = await imports.ImportOutgoingDocumentAsync(new ImportOutgoingDocumentRequest { Name = on.Name, Etag = seen.Etag, FileName = "稿.txt", Content = ByteString.CopyFromUtf8(Text) });
        (taken.OutgoingDocument.Title, taken.OutgoingDocument.MainRecipients, taken.OutgoingDocument.Body).ShouldBe((seen.Title, seen.MainRecipients, seen.Body));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_could_not_import_sees_nothing_of_it(StoreKind store)
    {
        var on = await DraftUnderway.AtAsync(await suites.On(store), "draft");
        await Refused.ForAsync("PERMISSION_DENIED", (await AsAsync(Office.County, store)).PreviewOutgoingImportAsync(Request(on.Name, Text)));
        await Refused.ForAsync("OUTGOING_DOCUMENT_NOT_FOUND", (await AsAsync(DraftUnderway.Outsider, store)).PreviewOutgoingImportAsync(Request(on.Name, Text)));
        await Refused.ForAsync("NOT_YOURS_TO_CHANGE", (await AsAsync(Office.SectionChief, store)).PreviewOutgoingImportAsync(Request(on.Name, Text)));
    }

    [Theory, EveryDatabase]
    public async Task What_an_import_refuses_is_refused_before(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var imports = await AsAsync(Office.Staff, store);
        await Refused.ForAsync("FILE_REFUSED", imports.PreviewOutgoingImportAsync(Request(on.Name, "%PDF-1.7\n…")));
        await Refused.ForAsync("INVALID_REQUEST", imports.PreviewOutgoingImportAsync(Request(on.Name, "")));
        var trace = Guid.NewGuid().ToString("N");
        await Refused.ForAsync("STATE_SECRET_REFUSED", imports.PreviewOutgoingImportAsync(Request(on.Name, $"机密★5年\n{trace}")));
        (await suite.FindInStoreAsync(trace)).ShouldBeEmpty();
    }

    private async Task<OutgoingImportService.OutgoingImportServiceClient> AsAsync(string person, StoreKind store) => new((await suites.On(store)).As("document", person));

    private static PreviewOutgoingImportRequest Request(string name, string text) => new() { Name = name, FileName = "稿.txt", Content = ByteString.CopyFrom(Encoding.UTF8.GetBytes(text)) };
}
