using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Document.IncomingDocuments;

// What signing for, registering and importing have in common.
internal sealed partial class IncomingDocumentService
{
    private const string OrderRow = "incoming-order";

    private async Task<IncomingDocument> ReceiveAsync(Turn turn, V1.IncomingDocument sent)
    {
        if (caller.Units.Count == 0)
            throw DocumentErrors.NoPost(caller.Account);
        var document = IncomingDocument.SignFor(
            sent.ToParticulars(), sent.Body, sent.Source.Length > 0 ? sent.Source : null, caller.Actor, await turn.NextNumberAsync(OrderRow), clock.Now);
        document.LetRead(ReadersOf(sent));
        return document;
    }

    /// <summary>Gives the next number of the year and tells the others.</summary>
    private async Task EnterAsync(Turn turn, IncomingDocument document, bool imported)
    {
        var year = clock.Today.Year;
        var number = new RegistrationNumber(year, 0);
        number = number with { Sequence = await turn.NextNumberAsync(number.Row) };
        document.Register(number, caller.Actor, await turn.NextNumberAsync(OrderRow), clock.Now);
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

    private IReadOnlyList<string> ReadersOf(V1.IncomingDocument sent)
    {
        if (sent.Readers.Count == 0)
            return [.. caller.Units.Take(1).Concat(directory.Current.Leaders).Distinct()];
        var unknown = sent.Readers.FirstOrDefault(r => !directory.Current.Knows(r));
        return unknown is null ? [.. sent.Readers.Distinct()] : throw DocumentErrors.UnknownReader(unknown);
    }

    private bool MaySee(IncomingDocument document) => document.IsVisibleTo(caller);
}
