using System.Text;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.OutgoingAttachments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf;
using Dispatch = Backoffice.Document.Dispatches.Dispatch;
using ExchangePartner = Backoffice.Document.ExchangePartners.ExchangePartner;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Exchange;

// What is in the package of a dispatch.
internal sealed partial class ExchangeService
{
    // What the package adds to its files: names, lengths and the directory of the ZIP.
    private const int Around = 64 * 1024;

    private SentPackage Make(Dispatch dispatch, ExchangePartner partner, ExchangeManifest manifest)
    {
        var text = Manifests.Write(manifest);
        var size = text.Length + manifest.Files.Sum(f => f.SizeBytes) + Around;
        if (size > ExchangePackage.Largest)
            throw DocumentErrors.PackageTooLarge(dispatch.Name, size, ExchangePackage.Largest);
        return new SentPackage
        {
            DispatchId = dispatch.Id,
            CreditCode = partner.CreditCode,
            Manifest = text,
            Signature = identity.Sign(text),
            ManifestSha256 = ExchangePackage.Sha256Of(text),
            CreateTime = clock.Now,
        };
    }

    private ExchangeManifest ManifestOf(OutgoingDocument document, Dispatch dispatch, ExchangePartner partner, long pageSize, ExchangedMark? mark)
    {
        var manifest = ManifestOf(ExchangeKind.Document, dispatch.Id, new ExchangeOrgan { CreditCode = partner.CreditCode, DisplayName = partner.DisplayName }, dispatch.DispatchTime);
        var (draft, printed) = (document.Draft, PrintVersion.Of(document, bureau.Name, printed: null));
        manifest.Document = new ExchangedDocument
        {
            Title = printed.Title,
            DocumentNumber = printed.DocumentNumber,
            Issuer = bureau.Name,
            SignerNames = { printed.Signers },
            FinalDate = printed.Date?.ToProto(),
            Genre = draft.Genre,
            Urgency = draft.Urgency,
            MainRecipients = printed.MainRecipients,
            CopyRecipients = printed.CopyRecipients,
            AttachmentTitles = { draft.AttachmentTitles.Count > 0 ? draft.AttachmentTitles : Enclosures.Of(document).Select(e => e.Name) },
            CopyCount = dispatch.CopyCount,
            Mark = mark,
        };
        var text = TextOf(document);
        manifest.Files.Add(FileOf(1, ExchangedFileRole.Page, "印制件.pdf", PrintVersion.MediaType, pageSize, document.FileSha256));
        manifest.Files.Add(FileOf(2, ExchangedFileRole.Text, "正文.txt", "text/plain", text.Length, ExchangePackage.Sha256Of(text)));
        // What is bound with the page is a file too: whoever receives it copies, searches and proofreads it by itself.
        foreach (var (name, content) in AnnexFiles.Of(document))
            manifest.Files.Add(FileOf(manifest.Files.Count + 1, ExchangedFileRole.Attachment, name, "text/plain", content.Length, ExchangePackage.Sha256Of(content)));
        foreach (var file in document.Attachments.Where(a => a.IsSent).OrderBy(a => a.Id))
            manifest.Files.Add(FileOf(manifest.Files.Count + 1, ExchangedFileRole.Attachment, file.FileName, file.MediaType, file.SizeBytes, file.Sha256));
        return manifest;
    }

    private static ExchangedFile FileOf(int number, ExchangedFileRole role, string fileName, string mediaType, long size, string sha256) => new()
    {
        Path = $"files/{number:000}",
        Role = role,
        FileName = fileName,
        MediaType = mediaType,
        SizeBytes = size,
        Sha256 = sha256,
    };

    private static byte[] TextOf(OutgoingDocument document) => Encoding.UTF8.GetBytes(document.Text.Body);

    private async Task<long> PageSizeAsync(OutgoingDocument document, CancellationToken stop)
    {
        await using var page = await blobs.OpenAsync(document.FileSha256, stop) ?? throw DocumentErrors.ContentMissing(document.Name);
        return page.Length;
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(OutgoingDocument document, ExchangeManifest manifest, CancellationToken stop)
    {
        // Texts are in the document, everything else in the blob store.
        var texts = AnnexFiles.Of(document).Select(a => a.Content).Append(TextOf(document)).DistinctBy(ExchangePackage.Sha256Of).ToDictionary(ExchangePackage.Sha256Of);
        var files = new Dictionary<string, byte[]>();
        foreach (var file in manifest.Files)
            files.Add(file.Path, texts.GetValueOrDefault(file.Sha256) ?? await ContentAsync(file, stop));
        return files;
    }

    private async Task<byte[]> ContentAsync(ExchangedFile file, CancellationToken stop)
    {
        await using var content = await blobs.OpenAsync(file.Sha256, stop) ?? throw DocumentErrors.ContentMissing(file.FileName);
        return (await ByteString.FromStreamAsync(content, stop)).ToByteArray();
    }
}
