using Backoffice.Document.V1;
using Backoffice.Platform.Events;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.V1;

namespace Backoffice.Coordination.Statistics;

/// <summary>Counts the registration on its day and unit.</summary>
internal sealed class WhenIncomingDocumentRegistered(CoordinationDb db, OfficeClock clock) : IReaction<IncomingDocumentRegistered>
{
    public async Task OnAsync(IncomingDocumentRegistered happened, EventRecord record, CancellationToken stop)
    {
        var day = clock.DayOf(happened.RegisterTime.ToDateTimeOffset());
        var count = await db.DailyRegistrations.FindAsync([day, happened.Unit], stop);
        if (count is null)
            db.DailyRegistrations.Add(count = new DailyRegistration { Day = day, Unit = happened.Unit, Count = 0 });
        count.Count++;
    }
}
