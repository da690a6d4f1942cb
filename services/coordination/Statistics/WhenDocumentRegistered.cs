using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Statistics;

/// <summary>Counts what came in.</summary>
internal sealed class WhenDocumentRegistered(DocumentCounter counter) : IReaction<IncomingDocumentRegistered>
{
    public Task OnAsync(IncomingDocumentRegistered happened, EventRecord record, CancellationToken stop) =>
        counter.CountAsync(happened.RegisterTime.ToDateTimeOffset(), DocumentFlow.Incoming, happened.Genre, happened.Unit, stop);
}
