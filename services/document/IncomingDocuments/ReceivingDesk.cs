using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>What every document that is received has in common, whichever way it came: it is signed for, with the time, and has its readers.</summary>
internal sealed class ReceivingDesk(Caller caller, DirectoryCache directory, OfficeClock clock)
{
    public const string OrderRow = "incoming-order";

    public async Task<IncomingDocument> ReceiveAsync(Turn turn, V1.IncomingDocument sent)
    {
        if (caller.Units.Count == 0)
            throw DocumentErrors.NoPost(caller.Account);
        var document = IncomingDocument.SignFor(
            sent.ToParticulars(), sent.Body, sent.Source.Length > 0 ? sent.Source : null, caller.Actor, await turn.NextNumberAsync(OrderRow), clock.Now);
        document.LetRead(ReadersOf(sent));
        return document;
    }

    public IReadOnlyList<string> ReadersOf(V1.IncomingDocument sent)
    {
        if (sent.Readers.Count == 0)
            return [.. caller.Units.Take(1).Concat(directory.Current.Leaders).Distinct()];
        var unknown = sent.Readers.FirstOrDefault(r => !directory.Current.Knows(r));
        return unknown is null ? [.. sent.Readers.Distinct()] : throw DocumentErrors.UnknownReader(unknown);
    }
}
