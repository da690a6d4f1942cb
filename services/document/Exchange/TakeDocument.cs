using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Contracts;
using Backoffice.Regulations.Documents;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Attachment = Backoffice.Document.IncomingDocuments.Attachment;
using ExchangePartner = Backoffice.Document.ExchangePartners.ExchangePartner;
using IncomingDocument = Backoffice.Document.IncomingDocuments.IncomingDocument;

namespace Backoffice.Document.Exchange;

// A document that came in a package: its files looked at, kept, and it signed for.
internal sealed partial class ExchangeService
{
    private async Task<ImportExchangePackageResponse> TakeDocumentAsync(ServerCallContext context, ExchangePackage package, ExchangeManifest manifest, ExchangePartner partner)
    {
        var stop = context.CancellationToken;
        var (text, files) = await FilesOfAsync(context, package, manifest);
        var sent = ReadDocument(manifest, partner, text);
        MessageContract.Expect(sent, "incoming_document");
        // Kept before the turn, which nothing slow may hold up; a blob without a row is harmless.
        if (await BeforeAsync(manifest, package, stop) is null)
        {
            foreach (var (_, content) in files)
                await blobs.PutAsync(content, stop);
        }

        await using var turn = await db.BeginTurnAsync(context);
        if (await BeforeAsync(manifest, package, stop) is { } before)
            return await turn.CommitAsync(new ImportExchangePackageResponse { Kind = manifest.Kind, IncomingDocument = (await KnownAsync(before, sent, stop)).ToProto(withBody: true), Unchanged = true });
        var document = await receiving.ReceiveAsync(turn, sent);
        foreach (var (file, _) in files)
            document.Attach(HeldOf(document, file));
        TakeMark(document, manifest.Document!.Mark);
        db.IncomingDocuments.Add(document);
        await document.PutInIndexAsync(db, stop);
        db.ReceivedPackages.Add(new ReceivedPackage
        {
            CreditCode = partner.CreditCode,
            DispatchId = Guid.Parse(manifest.DispatchId),
            Sender = partner.DisplayName,
            ManifestSha256 = package.ManifestSha256,
            IncomingDocumentId = document.Id,
            CreateTime = clock.Now,
        });
        turn.Publish(new ExchangedDocumentArrived { IncomingDocument = document.Name, CreditCode = partner.CreditCode, SignForTime = Timestamp.FromDateTimeOffset(document.SignForTime) });
        return await turn.CommitAsync(new ImportExchangePackageResponse { Kind = manifest.Kind, IncomingDocument = document.ToProto(withBody: true) });
    }

    /// <summary>The text and the other files, each as the manifest says and of a kind that is kept.</summary>
    private async Task<(string Text, IReadOnlyList<(ExchangedFile File, byte[] Content)> Files)> FilesOfAsync(
        ServerCallContext context, ExchangePackage package, ExchangeManifest manifest)
    {
        if (manifest.Files.Count(f => f.Role == ExchangedFileRole.Page) != 1 || manifest.Files.Count(f => f.Role == ExchangedFileRole.Text) != 1
            || manifest.Files.DistinctBy(f => f.Path).Count() != manifest.Files.Count)
            throw DocumentErrors.PackageDamaged("应有版式文件和正文各一 (a document has one page file, one text, and each file once)");
        var (text, files) = ("", new List<(ExchangedFile, byte[])>());
        foreach (var file in manifest.Files)
        {
            var content = package.ContentOf(file);
            var kind = await db.AcceptedKindOfAsync(zone, context, file.FileName, content);
            if (kind.MediaType != (file.Role switch { ExchangedFileRole.Page => FileKind.Pdf, ExchangedFileRole.Text => "text/plain", _ => file.MediaType }))
                throw DocumentErrors.PackageDamaged($"{file.Path} 的类型与清单不符 (a file is of another type)");
            if (file.Role == ExchangedFileRole.Text)
                text = kind.Text;
            else
                files.Add((file, content));
        }
        return (text, files);
    }

    private async Task<ReceivedPackage?> BeforeAsync(ExchangeManifest manifest, ExchangePackage package, CancellationToken stop)
    {
        var (code, dispatch) = (manifest.Sender.CreditCode, Guid.Parse(manifest.DispatchId));
        var before = await db.ReceivedPackages.AsNoTracking().SingleOrDefaultAsync(p => p.CreditCode == code && p.DispatchId == dispatch, stop);
        return before is null || before.ManifestSha256 == package.ManifestSha256 ? before : throw DocumentErrors.PackageChanged(before.Sender, manifest.DispatchId);
    }

    // Somebody who may not see it is told no more than that its source is taken.
    private async Task<IncomingDocument> KnownAsync(ReceivedPackage before, V1.IncomingDocument sent, CancellationToken stop) =>
        await db.ReadAnyIncomingAsync($"incomingDocuments/{before.IncomingDocumentId}", stop) is { } document && document.IsVisibleTo(caller)
            ? document
            : throw DocumentErrors.SourceTaken(sent.Source);

    private static V1.IncomingDocument ReadDocument(ExchangeManifest manifest, ExchangePartner partner, string text)
    {
        var document = manifest.Document ?? throw DocumentErrors.PackageDamaged("清单中没有公文要素 (the manifest has no document)");
        return new V1.IncomingDocument
        {
            Title = document.Title,
            DocumentNumber = document.DocumentNumber,
            Issuer = document.Issuer,
            IssueDate = document.FinalDate,
            IssueDateText = document.FinalDate is { } day ? FinalDate.Print(day.ToDay()) : "",
            Genre = document.Genre,
            MainRecipients = document.MainRecipients,
            CopyRecipients = document.CopyRecipients,
            AttachmentTitles = { document.AttachmentTitles },
            Body = text,
            Urgency = document.Urgency,
            Sender = partner.IsCalled(document.Issuer) ? "" : partner.DisplayName,
            CopyCount = document.CopyCount,
            Source = $"exchange/{partner.CreditCode}/{manifest.DispatchId}",
        };
    }

    private Attachment HeldOf(IncomingDocument document, ExchangedFile file) => new()
    {
        Id = Guid.CreateVersion7(clock.Now),
        DocumentId = document.Id,
        FileName = file.FileName,
        MediaType = file.MediaType,
        SizeBytes = file.SizeBytes,
        Sha256 = file.Sha256,
        CreateTime = clock.Now,
    };
}
