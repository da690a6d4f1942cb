using System.Security.Cryptography;
using Backoffice.Document.Tests.OutgoingAttachments;
using Backoffice.Document.Tests.Sealing;
using Backoffice.Document.V1;
using Backoffice.Options.V1;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Document.Tests.Secrecy;

public sealed class WatermarkTests(DocumentSuites suites, SealedHouses houses)
{
    [Theory, EveryDatabase]
    public async Task A_copy_of_a_marked_document_names_its_viewer_the_trail_has_it_and_the_frozen_page_stays_as_it_is(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await MarkedDocuments.MarkedAsync(suite, "dispatch", [.. MarkedDocuments.Course]);
        var print = (await on.GetAsync()).PrintSha256;
        var before = await ReadsAsync(suite, on.Name, Office.Staff);

        var drafters = await RenderAsync(on, PageFileFormat.Pdf, Office.Staff);
        var directors = await RenderAsync(on, PageFileFormat.Pdf, Office.Director);

        drafters.Watermark.ShouldStartWith("staff staff 20");
        directors.Watermark.ShouldStartWith("director director 20");
        drafters.Printed.ShouldBeTrue();
        Convert.ToHexStringLower(SHA256.HashData(drafters.Content.Span)).ShouldNotBe(print);
        (await on.GetAsync()).PrintSha256.ShouldBe(print);
        (await ReadsAsync(suite, on.Name, Office.Staff)).ShouldBe(before + 1);
        (await RenderAsync(on, PageFileFormat.Text, Office.Staff)).Content.ToStringUtf8().ShouldContain("staff staff 20");
        (await RenderAsync(on, PageFileFormat.Png, Office.Staff)).Watermark.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_marked_is_given_as_it_is(StoreKind store)
    {
        var suite = await suites.On(store);
        var on = await DraftUnderway.AtAsync(suite, "dispatch");
        var shown = await RenderAsync(on, PageFileFormat.Pdf, Office.Staff);
        shown.Watermark.ShouldBeEmpty();
        Convert.ToHexStringLower(SHA256.HashData(shown.Content.Span)).ShouldBe((await on.GetAsync()).PrintSha256);
        (await ReadsAsync(suite, on.Name, Office.Staff)).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task A_file_that_is_a_PDF_names_its_viewer_and_any_other_is_as_it_was(StoreKind store)
    {
        var suite = await suites.On(store);
        var page = await RenderAsync(await DraftUnderway.AtAsync(suite, "draft"), PageFileFormat.Pdf, Office.Staff);
        var on = await DraftUnderway.AtAsync(suite, "draft");
        var files = on.FilesAs(suite, Office.Staff);
        var pdf = (await files.AddOutgoingAttachmentAsync(on.Adding(page.Content.ToByteArray(), "方案.pdf"))).Attachment;
        var docx = (await files.AddOutgoingAttachmentAsync(on.Adding(Attached.Dirty()))).Attachment;
        await suite.SecrecyAs(Office.Staff).MarkSecrecyAsync(MarkedDocuments.Marking(on.Name));
        (await DownloadAsync(files, pdf.Name)).Watermark.ShouldStartWith("staff staff 20");
        (await files.ContentAsync(pdf.Name)).ShouldNotBe(page.Content.ToByteArray());
        (await DownloadAsync(files, docx.Name)).Watermark.ShouldBeEmpty();
    }

    // The copy bears no signature that its reader could take for a broken one; the sealed file is whole.
    [Theory, EveryDatabase]
    public async Task A_sealed_document_that_is_marked_is_shown_without_the_signature(StoreKind store)
    {
        var house = await houses.On(store);
        var on = await MarkedDocuments.MarkedAsync(house.Suite, "dispatch", [.. MarkedDocuments.Course]);
        var made = await house.SealingAs(DraftUnderway.Drafter).ApplyForSealAsync(house.Application(on.Name));
        var use = await new Applied(house, on, made.SealApplication.Name, made.Matter.Name).SealedAsync();
        var shown = await RenderAsync(on, PageFileFormat.Pdf, Office.Staff);
        (await house.SealingAs(Office.Staff).VerifySealAsync(new VerifySealRequest { Content = shown.Content })).Signatures.ShouldBeEmpty();
        Convert.ToHexStringLower(SHA256.HashData(shown.Content.Span)).ShouldNotBe(use.SealedSha256);
    }

    private static Task<RenderOutgoingDocumentResponse> RenderAsync(DraftUnderway on, PageFileFormat format, string person) =>
        on.PagesAs(person).RenderOutgoingDocumentAsync(new RenderOutgoingDocumentRequest { Name = on.Name, Format = format }).ResponseAsync;

    private static async Task<DownloadOutgoingAttachmentResponse> DownloadAsync(OutgoingAttachmentService.OutgoingAttachmentServiceClient files, string name)
    {
        using var call = files.DownloadOutgoingAttachment(new DownloadOutgoingAttachmentRequest { Name = name });
        await call.ResponseStream.MoveNext();
        return call.ResponseStream.Current;
    }

    /// <summary>How often the trail says that an account was shown the document.</summary>
    private static async Task<int> ReadsAsync(Suite suite, string document, string account)
    {
        var trail = new AuditService.AuditServiceClient(suite.Call("document", "auditor", Role.SecurityAuditor));
        var (count, request) = (0, new ListAuditEntriesRequest { Parent = "services/document", Account = account, Resource = document, PageSize = 1000 });
        do
        {
            var page = await trail.ListAuditEntriesAsync(request);
            count += page.AuditEntries.Count(e => e.Method.EndsWith("RenderOutgoingDocument", StringComparison.Ordinal));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return count;
    }
}
