using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.OutgoingValidity;

/// <summary>The rpcs by which a dispatched document ceases to be in force; one file each.</summary>
internal sealed partial class OutgoingValidityService(DocumentDb db, Caller caller, OfficeClock clock) : V1.OutgoingValidityService.OutgoingValidityServiceBase
{
    /// <summary>A document that can cease to be in force: it was dispatched, and is as the caller read it.</summary>
    private async Task<OutgoingDocument> DispatchedAsync(string name, string etag, InvalidityKind kind, CancellationToken stop)
    {
        var document = await db.GetOutgoingAsync(name, caller, stop);
        document.ExpectEtag(etag, name);
        document.ExpectState(Invalidity.VerbOf(kind), OutgoingDocumentState.Dispatched);
        return document;
    }

    /// <summary>The document that comes in another's place: dispatched after it, and in force itself.</summary>
    private async Task<OutgoingDocument> LaterAsync(OutgoingDocument document, string later, CancellationToken stop) =>
        await db.ReadOutgoingAsync(later, caller, stop) is { State: OutgoingDocumentState.Dispatched, Invalidity: null } other && other.DispatchTime > document.DispatchTime
            ? other
            : throw DocumentErrors.NotLater(document.Name, later);

    /// <summary>Records it, and tells the units that received the document.</summary>
    private async Task<V1.OutgoingDocument> RecordAsync(
        Turn turn, OutgoingDocument document, InvalidityKind kind, string reason, OutgoingDocument? by, DateOnly? effective, CancellationToken stop)
    {
        document.Invalidate(new Invalidity(kind, reason, caller.Actor, clock.Now, effective, by?.Name ?? "", by?.DocumentNumber ?? ""), clock);
        var sent = await db.Dispatches.AsNoTracking().Where(d => d.DocumentId == document.Id && d.Unit != "").OrderBy(d => d.Number).ToListAsync(stop);
        turn.Publish(new OutgoingDocumentInvalidated
        {
            OutgoingDocument = document.Name,
            DocumentNumber = document.DocumentNumber,
            Invalidity = document.Invalidity!.ToProto(),
            Units = { sent.Select(d => d.Unit).Distinct().Order(StringComparer.Ordinal) },
            Dispatches = { sent.Select(d => d.Name) },
        });
        return document.ToProto(withBody: true);
    }
}
