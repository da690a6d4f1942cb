using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Contracts;
using Backoffice.Regulations.Documents;
using Backoffice.Typesetting.Import;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using TrackedChanges = Backoffice.Document.V1.TrackedChanges;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingImportService
{
    public override async Task<ImportOutgoingDocumentResponse> ImportOutgoingDocument(ImportOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Seen before the content is touched: who may not see a document does not learn what is wrong with a file for it.
        if (request.Name.Length > 0)
            await db.ReadOutgoingAsync(request.Name, caller, stop);
        var (file, sent) = await TakeAsync(request, context);

        await using var turn = await db.BeginTurnAsync(context);
        var document = request.Name.Length == 0
            ? await drafts.BeginAsync(turn, sent, stop)
            : await drafts.ReviseAsync(turn, sent, FieldsOf(sent), request.ChangeKind, request.Reason, stop);
        return await turn.CommitAsync(new ImportOutgoingDocumentResponse
        {
            OutgoingDocument = await drafts.ShowAsync(document, stop),
            LeftOut = { LeftOutOf(file) },
            InsertionCount = file.Insertions,
            DeletionCount = file.Deletions,
            Signatories = { file.Document.Signatories },
            PrintedDate = file.Document.Date,
            Frame = { file.Document.Frame },
            Remark = file.Document.Remark,
            Annexes = file.Document.Trailer,
        });
    }

    /// <summary>What the file is read as, and the draft that it makes.</summary>
    private async Task<(ImportedFile File, V1.OutgoingDocument Sent)> TakeAsync(ImportOutgoingDocumentRequest request, ServerCallContext context)
    {
        var file = ReadFile(request, await db.KindOfAsync(zone, context, request.Content.Memory));
        var sent = DraftOf(file.Document, request);
        // Numbers, encodings and tracked changes make words that the bytes do not show.
        if (StateSecrets.MarkedField(sent, zone) is not null || zone.Refuses(file.Document.Trailer) || file.Document.Frame.Any(zone.Refuses))
            throw await db.StateSecretAsync(context, "content", request.Content.Memory);
        return (file, sent);
    }

    private static IEnumerable<LeftOutContent> LeftOutOf(ImportedFile file) =>
        file.LeftOut.OrderBy(l => l.Key).Select(l => new LeftOutContent { Kind = (LeftOutKind)((int)l.Key + 1), Count = l.Value });

    private static ImportedFile ReadFile(ImportOutgoingDocumentRequest request, FileKind kind)
    {
        // A text in an older encoding is no kind that is kept as a file, and still a text; a package or program is none.
        var isText = kind.MediaType is "text/plain" || kind.MediaType.Length == 0 && !request.Content.Span.StartsWith("PK"u8) && !request.Content.Span.StartsWith("#!"u8);
        if (!isText && kind.MediaType != FileKind.Docx)
            throw DocumentErrors.FileRefused(request.FileName, kind.Why.Length > 0 ? kind.Why : "只能导入 DOCX 和纯文本 (only DOCX and plain text are imported)");
        try
        {
            return DocumentImport.Read(request.Content.Memory, request.TrackedChanges == TrackedChanges.Reject ? Typesetting.Import.TrackedChanges.Reject : Typesetting.Import.TrackedChanges.Accept);
        }
        catch (FileNotReadException e)
        {
            throw DocumentErrors.FileRefused(request.FileName, e.Message);
        }
    }

    private static V1.OutgoingDocument DraftOf(ImportedDocument read, ImportOutgoingDocumentRequest request)
    {
        // A scan in a DOCX has none, and would leave a draft without its own.
        if (read.Body.Length == 0)
            throw DocumentErrors.FileRefused(request.FileName, "没有正文 (it holds no text)");
        var draft = new V1.OutgoingDocument
        {
            Name = request.Name,
            Etag = request.Etag,
            Title = read.Title,
            Genre = (DocumentGenre)(int)(Genres.OfTitle(read.Title) ?? Genre.None),
            MainRecipients = read.MainRecipients,
            CopyRecipients = read.CopyRecipients,
            Body = read.Body,
            AttachmentList = { read.AttachmentNames },
            Annexes = { read.Annexes.Select(a => new Annex { Title = a.Title, Text = a.Text }) },
        };
        if (draft.Title.Length == 0 && request.Name.Length == 0)
            draft.Title = Path.GetFileNameWithoutExtension(request.FileName);
        MessageContract.Expect(draft, "outgoing_document");
        return draft;
    }

    /// <summary>The text always, and of the other elements what the file has: what it is silent on stays.</summary>
    private static FieldMask FieldsOf(V1.OutgoingDocument sent)
    {
        var fields = new FieldMask { Paths = { "body" } };
        foreach (var (path, has) in ((string, bool)[])[("title", sent.Title.Length > 0), ("genre", sent.Genre != DocumentGenre.Unspecified), ("main_recipients", sent.MainRecipients.Length > 0),
            ("copy_recipients", sent.CopyRecipients.Length > 0), ("attachment_list", sent.AttachmentList.Count > 0), ("annexes", sent.Annexes.Count > 0)])
        {
            if (has)
                fields.Paths.Add(path);
        }
        return fields;
    }
}
