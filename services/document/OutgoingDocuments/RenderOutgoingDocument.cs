using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Layout;
using Google.Protobuf;
using Grpc.Core;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingPageService
{
    // What a person would look through on a screen; whoever issues a longer text binds it as an attachment.
    private const int LongestBody = 200_000;
    private const int DefaultDotsPerInch = 96;

    public override async Task<RenderOutgoingDocumentResponse> RenderOutgoingDocument(RenderOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var document = await db.ReadOutgoingAsync(request.Name, caller, stop);
        if (caller.Has(Role.Counterpart))
            document.ExpectInForce();
        if (request.Format is PageFileFormat.Docx or PageFileFormat.Text)
            await secrecy.ExpectExportApprovedAsync(document, stop);
        await secrecy.RecordReadAsync(document, context);
        var viewed = viewer.Of(document.Secrecy);
        var across = document.Invalidity?.MarkOn(clock.Today) ?? "";
        var typed = request is { Format: PageFileFormat.Png, Editor.Length: > 0 } && await copies.PutIntoAsync(document, Guid.Parse(request.Editor), stop);
        var elements = PrintVersion.Of(document, bureau.Name, printed: null);
        if (request.Format == PageFileFormat.Text)
            return new() { MediaType = "text/plain; charset=utf-8", Content = ByteString.CopyFromUtf8((across.Length > 0 ? $"【{across}】\n" : "") + PlainText.Write(elements) + (viewed.Length > 0 ? $"\n{viewed}\n" : "")), Watermark = viewed, Invalidity = InvalidityOf(document) };
        if (document.Text.Body.Length > LongestBody)
            throw DocumentErrors.TooLongToShow(request.Name, document.Text.Body.Length, LongestBody);
        if (request.CopyNumber > 0)
            return await CopyAsync(document, request, viewed, across, stop);
        if (request.Format == PageFileFormat.Pdf && document.PrintSha256.Length > 0)
            return await PrintedAsync(document, viewed, across, stop);

        var pages = typesetter.Lay(elements);
        var watermark = across.Length > 0 ? across : document.IsSigned && !typed ? "" : "样稿";
        var page = Math.Max(1, request.Page);
        if (page > pages.Pages.Count)
            throw DocumentErrors.PageNotFound(request.Name, page, pages.Pages.Count);
        var (mediaType, content) = request.Format switch
        {
            PageFileFormat.Docx => (FileKind.Docx, docx.Write(pages, watermark.Length > 0 ? watermark : viewed)),
            PageFileFormat.Png => ("image/png", image.Write(pages, page, request.DotsPerInch == 0 ? DefaultDotsPerInch : request.DotsPerInch, watermark, viewed)),
            _ => (PrintVersion.MediaType, viewer.Copy(document.Name, pdf.Write(pages, watermark), viewed)),
        };
        var answer = Answer(mediaType, content, pages);
        (answer.Invalidity, answer.Watermark) = (InvalidityOf(document), viewed);
        return answer;
    }

    // What was printed is shown as it was, whatever fonts are there now; of what is no longer in force a copy that says so.
    private async Task<RenderOutgoingDocumentResponse> PrintedAsync(OutgoingDocument document, string viewed, string across, CancellationToken stop)
    {
        await using var print = await blobs.OpenAsync(document.FileSha256, stop) ?? throw DocumentErrors.ContentMissing(document.Name);
        var content = await ByteString.FromStreamAsync(print, stop);
        return new()
        {
            MediaType = PrintVersion.MediaType,
            Content = viewed.Length + across.Length > 0 ? UnsafeByteOperations.UnsafeWrap(viewer.Copy(document.Name, content.Memory, viewed, across)) : content,
            Printed = true,
            Watermark = viewed,
            Invalidity = InvalidityOf(document),
        };
    }

    private V1.Invalidity? InvalidityOf(OutgoingDocument document) => caller.Has(Role.Counterpart) ? document.Invalidity?.ToReceiver() : document.Invalidity?.ToProto();

    private static RenderOutgoingDocumentResponse Answer(string mediaType, byte[] content, LaidOutDocument pages) => new()
    {
        MediaType = mediaType,
        Content = UnsafeByteOperations.UnsafeWrap(content),
        PageCount = pages.Pages.Count,
        FontNotices = { pages.Fonts.ToProto() },
    };
}
