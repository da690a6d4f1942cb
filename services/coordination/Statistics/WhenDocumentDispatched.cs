using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Statistics;

/// <summary>Counts what went out.</summary>
internal sealed class WhenDocumentDispatched(DocumentCounter counter) : IReaction<OutgoingDocumentDispatched>
{
    public Task OnAsync(OutgoingDocumentDispatched happened, EventRecord record, CancellationToken stop) =>
        counter.CountAsync(happened.DispatchTime.ToDateTimeOffset(), DocumentFlow.Outgoing, happened.Genre, happened.Unit, stop);
}
