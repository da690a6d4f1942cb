using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Archive.Filings;

/// <summary>A closed document files itself.</summary>
internal sealed class WhenIncomingDocumentClosed(FilingQueue queue) : IReaction<IncomingDocumentClosed>
{
    public Task OnAsync(IncomingDocumentClosed happened, EventRecord record, CancellationToken stop) =>
        queue.EnterAsync(happened.IncomingDocument, happened.CloseTime.ToDateTimeOffset(), stop);
}
