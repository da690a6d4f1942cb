using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingImportService
{
    public override async Task<PreviewOutgoingImportResponse> PreviewOutgoingImport(PreviewOutgoingImportRequest request, ServerCallContext context)
    {
        // Seen before the content is touched, as with the import itself; read without tracking, so that nothing below is kept.
        var document = await db.ReadOutgoingAsync(request.Name, caller, context.CancellationToken);
        await drafts.ExpectToBeWithCallerAsync(document, context.CancellationToken);
        var (file, sent) = await TakeAsync(
            new ImportOutgoingDocumentRequest { Name = request.Name, FileName = request.FileName, Content = request.Content, TrackedChanges = request.TrackedChanges }, context);
        Draft.Mask.Apply(FieldsOf(sent), sent, document);
        return new PreviewOutgoingImportResponse
        {
            OutgoingDocument = document.ToProto(withBody: true),
            LeftOut = { LeftOutOf(file) },
            InsertionCount = file.Insertions,
            DeletionCount = file.Deletions,
        };
    }
}
