using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

// What registering and importing have in common.
internal sealed partial class IncomingDocumentService
{
    /// <summary>Gives the next number of the year and tells the others.</summary>
    private async Task EnterAsync(Turn turn, IncomingDocument document, bool imported)
    {
        var year = clock.Today.Year;
        var number = new RegistrationNumber(year, 0);
        number = number with { Sequence = await turn.NextNumberAsync(number.Row) };
        document.Register(number, caller.Actor, await turn.NextNumberAsync(ReceivingDesk.OrderRow), clock.Now);
        turn.Publish(new IncomingDocumentRegistered
        {
            IncomingDocument = document.Name,
            RegistrationNumber = document.RegistrationNumber,
            Genre = document.Particulars.Genre,
            Unit = caller.Units[0],
            RegisterTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(clock.Now),
            Imported = imported,
        });
    }

    private async Task<IReadOnlyList<IncomingDocument>> LikelyDuplicatesAsync(IncomingDocument document, CancellationToken stop)
    {
        var (number, title) = (document.NumberKey, document.TitleKey);
        var stored = await db.IncomingDocuments.AsNoTracking().Include(d => d.Readers)
            .Where(d => d.Id != document.Id && d.State != IncomingDocumentState.SignedFor)
            .Where(d => (number != "" && d.NumberKey == number) || (title != "" && d.TitleKey == title))
            .OrderByDescending(d => d.OrderKey).Take(5).ToListAsync(stop);
        // Records of the same import are not stored yet.
        return [.. stored, .. db.IncomingDocuments.Local.Where(d => d.Id != document.Id
            && ((number.Length > 0 && d.NumberKey == number) || (title.Length > 0 && d.TitleKey == title)))];
    }

    private bool MaySee(IncomingDocument document) => document.IsVisibleTo(caller);
}
