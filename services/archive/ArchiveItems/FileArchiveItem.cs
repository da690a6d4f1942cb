using Backoffice.Archive.V1;
using Backoffice.Platform.Auditing;
using Backoffice.Platform.Blobs;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;

namespace Backoffice.Archive.ArchiveItems;

internal sealed partial class ArchiveItemService
{
    /// <summary>An item is found by so much of its text; a longer entry would hold up every other writer.</summary>
    private const int IndexedCharacters = 200_000;

    public override async Task<FileArchiveItemResponse> FileArchiveItem(FileArchiveItemRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var kind = FileKind.Of(request.Content.Memory);
        await RefuseStateSecretsAsync(request, kind, context);
        if (kind.MediaType.Length == 0)
            throw ArchiveErrors.FileRefused(request.ArchiveItem.FileName, kind.Why);
        // A blob without a row is harmless and found by its hash when the call is repeated; a row without a blob is a loss.
        var hash = await blobs.PutAsync(request.Content.Memory, stop);

        await using var turn = await db.BeginTurnAsync(context);
        var item = Describe(request, kind, hash, await Shelf.NextPlaceAsync(turn));
        await shelf.EnterAsync(turn, item, Beginning(kind.Text), stop);
        return await turn.CommitAsync(new FileArchiveItemResponse { ArchiveItem = item.ToProto() });
    }

    private ArchiveItem Describe(FileArchiveItemRequest request, FileKind kind, string hash, long place)
    {
        var sent = request.ArchiveItem;
        return new ArchiveItem
        {
            Id = Guid.CreateVersion7(clock.Now),
            OrderKey = place,
            Title = sent.Title,
            Creator = sent.Creator,
            DocumentNumber = sent.DocumentNumber,
            FilingYear = sent.FilingYear,
            RetentionPeriod = sent.RetentionPeriod,
            FileName = sent.FileName,
            MediaType = kind.MediaType,
            SizeBytes = request.Content.Length,
            Sha256 = hash,
            FileTime = clock.Now,
            Filer = caller.Actor,
        };
    }

    /// <summary>Refuses before anything is stored or logged (rule SEC-19). The audit trail keeps who, when, and hash and size of the content.</summary>
    private async Task RefuseStateSecretsAsync(FileArchiveItemRequest request, FileKind kind, ServerCallContext context)
    {
        var sent = request.ArchiveItem;
        var marked = new (string Field, string Text)[]
        {
            ("title", sent.Title), ("creator", sent.Creator), ("document_number", sent.DocumentNumber), ("file_name", sent.FileName), ("content", kind.Text),
        }.FirstOrDefault(f => StateSecretMark.IsIn(f.Text)).Field;
        if (marked is null)
            return;
        var refusal = ArchiveErrors.StateSecretRefused(marked);
        await db.AuditRefusalAsync(context, refusal, SentContent.Describe(request.Content.Span));
        throw refusal;
    }

    private static string Beginning(string text)
    {
        if (text.Length <= IndexedCharacters)
            return text;
        // Not between the halves of a character.
        return text[..(char.IsHighSurrogate(text[IndexedCharacters - 1]) ? IndexedCharacters - 1 : IndexedCharacters)];
    }
}
