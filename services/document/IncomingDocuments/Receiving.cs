using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;

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

    private bool MaySee(IncomingDocument document) => document.IsVisibleTo(caller);
}
