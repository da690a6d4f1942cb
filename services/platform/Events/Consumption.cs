using Backoffice.Platform.Peers;
using Backoffice.Platform.Storage;
using Backoffice.Platform.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Events;

/// <summary>How far the service has come with the events of its sources, and how far these are themselves.</summary>
internal sealed class Consumption(ServiceDb db, PeerChannels peers)
{
    /// <summary>A source that is down must not keep what is known of the others waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The last event of each producer that was applied or set aside; a producer of whom none was is missing.</summary>
    public Task<Dictionary<string, long>> MarksAsync(CancellationToken stop) =>
        db.ConsumerMarks.AsNoTracking().ToDictionaryAsync(m => m.Producer, m => m.Sequence, stop);

    /// <summary>How many events of each producer are set aside; a producer of whom none is is missing.</summary>
    public Task<Dictionary<string, long>> DeadLettersAsync(CancellationToken stop) =>
        db.DeadLetters.AsNoTracking().GroupBy(d => d.Producer).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    /// <summary>Asks a producer where its log ends, and for the first event behind a place in it.</summary>
    /// <exception cref="RpcException">It did not answer, or not in time.</exception>
    public async Task<ReadEventsResponse> AskAsync(string producer, long afterSequence, CancellationToken stop)
    {
        var feed = new EventFeedService.EventFeedServiceClient(peers.To(producer));
        var options = new CallOptions(deadline: TimeProvider.System.GetUtcNow().UtcDateTime + Patience, cancellationToken: stop);
        return await feed.ReadEventsAsync(new ReadEventsRequest { AfterSequence = afterSequence, PageSize = 1 }, options);
    }
}
