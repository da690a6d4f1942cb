using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Storage;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    public override async Task<ImportIncomingDocumentsResponse> ImportIncomingDocuments(ImportIncomingDocumentsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        foreach (var sent in request.IncomingDocuments)
        {
            if (StateSecrets.MarkedField(sent, zone) is { } field)
                await db.StateSecretAsync(context, field, sent.ToByteArray());
        }
        await using var turn = await db.BeginTurnAsync(context);
        var sources = request.IncomingDocuments.Select(d => d.Source).ToList();
        var known = await db.IncomingDocuments.AsNoTracking().Include(d => d.Readers)
            .Where(d => d.Source != null && sources.Contains(d.Source)).ToDictionaryAsync(d => d.Source!, stop);

        var answer = new ImportIncomingDocumentsResponse();
        foreach (var sent in request.IncomingDocuments)
            answer.Outcomes.Add(await ImportAsync(turn, sent, known, stop));
        return await turn.CommitAsync(answer);
    }

    /// <summary>Takes one record in, or says why not; a refusal leaves nothing of the record behind.</summary>
    private async Task<ImportOutcome> ImportAsync(Turn turn, V1.IncomingDocument sent, Dictionary<string, IncomingDocument> known, CancellationToken stop)
    {
        IReadOnlyList<Resembled> resembled = [];
        try
        {
            if (sent.Source.Length == 0)
                throw DocumentErrors.SourceRequired();
            if (StateSecrets.MarkedField(sent, zone) is { } field)
                throw DocumentErrors.StateSecretRefused(field);
            if (known.TryGetValue(sent.Source, out var before))
                return MaySee(before) ? new ImportOutcome { Source = sent.Source, Name = before.Name, Existed = true } : throw DocumentErrors.SourceTaken(sent.Source);
            if (sent.Title.Length == 0)
                throw DocumentErrors.Incomplete("title", "import");

            var document = await receiving.ReceiveAsync(turn, sent);
            resembled = await duplicates.OfAsync(document, stop);
            document.ExpectNoDuplicate(resembled, sent.DuplicateReason, acceptsLikely: true);
            db.IncomingDocuments.Add(document);
            await EnterAsync(turn, document, imported: true);
            await document.PutInIndexAsync(db, stop);
            known.Add(sent.Source, document);
            return new ImportOutcome { Source = sent.Source, Name = document.Name, Resemblances = { resembled.ToProto() } };
        }
        catch (Refusal refusal)
        {
            return new ImportOutcome { Source = zone.Refuses(sent.Source) ? "" : sent.Source, Refusal = refusal.ToStatus(), Resemblances = { resembled.ToProto() } };
        }
    }
}
