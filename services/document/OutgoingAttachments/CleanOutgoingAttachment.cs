using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Typesetting.CleanCopies;
using Grpc.Core;

namespace Backoffice.Document.OutgoingAttachments;

internal sealed partial class OutgoingAttachmentService
{
    public override async Task<CleanOutgoingAttachmentResponse> CleanOutgoingAttachment(CleanOutgoingAttachmentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        // Made before the turn, which nothing slow may hold up; a blob without a row is harmless.
        var original = AttachmentOf(await db.ReadOutgoingAsync(OutgoingVisibility.DocumentOf(request.Name), caller, stop), request.Name);
        var clean = await CleanAsync(original, stop);
        var hash = await blobs.PutAsync(clean, stop);

        await using var turn = await db.BeginTurnAsync(context);
        var document = await WithCallerAsync(request.Name, stop);
        var attachment = AttachmentOf(document, request.Name);
        document.ExpectState("清洁附件", [.. Changeable, OutgoingDocumentState.Signed, OutgoingDocumentState.Registered, OutgoingDocumentState.Printed]);
        if (!attachment.IsSent)
            return await turn.CommitAsync(new CleanOutgoingAttachmentResponse { Attachment = document.Attachments.Single(a => a.Id == attachment.ReplacedBy).ToProto() });
        var copy = new OutgoingAttachment
        {
            Id = Guid.CreateVersion7(clock.Now),
            DocumentId = document.Id,
            FileName = attachment.FileName,
            MediaType = attachment.MediaType,
            SizeBytes = clean.Length,
            Sha256 = hash,
            CreateTime = clock.Now,
            Person = caller.Actor,
            CleanedFrom = attachment.Id,
        };
        attachment.Replace(copy);
        document.Attach(copy);
        return await turn.CommitAsync(new CleanOutgoingAttachmentResponse { Attachment = copy.ToProto() });
    }

    /// <summary>A copy that was looked through again: what is still hidden in it is no clean copy.</summary>
    private async Task<byte[]> CleanAsync(OutgoingAttachment original, CancellationToken stop)
    {
        await using var stream = await blobs.OpenAsync(original.Sha256, stop) ?? throw DocumentErrors.ContentMissing(original.Name);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, stop);
        try
        {
            var clean = CleanCopy.Clean(content.ToArray());
            var left = CleanCopy.Inspect(clean).Select(h => new HiddenFinding { AttachmentId = original.Id, Kind = h.Kind, Count = h.Count }).ToList();
            return left.Count == 0 ? clean : throw DocumentErrors.FileNotCleaned(original.FileName, $"仍含有{string.Join('、', left)}");
        }
        catch (FileNotCleanedException e)
        {
            throw DocumentErrors.FileNotCleaned(original.FileName, e.Message);
        }
    }
}
