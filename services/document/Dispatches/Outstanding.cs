using Backoffice.Document.V1;
using Backoffice.Regulations.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Dispatches;

// What nobody has signed for.
internal sealed partial class DispatchService
{
    /// <summary>Those of which nothing was heard but that they arrived, of documents that are still to be acted on.</summary>
    private IQueryable<Dispatch> Outstanding(IQueryable<Dispatch> dispatches) => dispatches.Where(d => d.SignForTime == null && d.Ending == null
        && !db.OutgoingDocuments.Any(o => o.Id == d.DocumentId && (o.Invalidity!.Kind == InvalidityKind.Withdrawn || o.Invalidity!.Kind == InvalidityKind.Revoked)));

    /// <summary>Those sent before the working days for a receipt that the configuration gives; a day off does not count.</summary>
    private IQueryable<Dispatch> Overdue(IQueryable<Dispatch> dispatches)
    {
        var before = Since();
        return Outstanding(dispatches).Where(d => d.DispatchTime < before);
    }

    private DateTimeOffset Since()
    {
        try
        {
            var days = options.ReceiptWorkingDays + (calendar.IsWorkingDay(clock.Today) ? 0 : 1);
            return clock.At(calendar.AddWorkingDays(clock.Today, -days), TimeOnly.MinValue);
        }
        catch (CalendarNotPublishedException e)
        {
            throw DocumentErrors.CalendarNotPublished(e.Year);
        }
    }

    private async Task<Dictionary<Guid, OutgoingValidity.Invalidity?>> InvalidOfAsync(IEnumerable<Dispatch> dispatches, CancellationToken stop)
    {
        var documents = dispatches.Select(d => d.DocumentId).Distinct().ToList();
        return await db.OutgoingDocuments.AsNoTracking().Where(o => documents.Contains(o.Id) && o.Invalidity != null)
            .Select(o => new { o.Id, o.Invalidity }).ToDictionaryAsync(o => o.Id, o => o.Invalidity, stop);
    }
}
