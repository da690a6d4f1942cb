using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Archive.Filings;

/// <summary>A dispatched document files itself.</summary>
internal sealed class WhenOutgoingDocumentDispatched(FilingQueue queue) : IReaction<OutgoingDocumentDispatched>
{
    public Task OnAsync(OutgoingDocumentDispatched happened, EventRecord record, CancellationToken stop) =>
        queue.EnterAsync(happened.OutgoingDocument, happened.DispatchTime.ToDateTimeOffset(), stop);
}
