using System.Threading.Channels;
using Backoffice.Bench.Raw;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.City;

/// <summary>Writes what is made into the stores of the document and the coordination service, both at the same time, neither of which runs.</summary>
internal sealed class CityStore(TestStore store, MatterMoulds form, Action<string> progress)
{
    /// <summary>Batches that wait for a writer; each is some ten megabytes.</summary>
    private const int Waiting = 2;

    private static readonly string[] CountColumns = ["principal", "tab", "count", "revision"];

    public async Task FillAsync(CityBatches batches)
    {
        var (documents, inboxes) = (ChannelOf(), ChannelOf());
        using var stop = new CancellationTokenSource();
        await Task.WhenAll(
            OrStopAsync(MakeAsync(), stop),
            OrStopAsync(Task.Run(() => WriteDocumentsAsync(documents.Reader, batches, stop.Token)), stop),
            OrStopAsync(Task.Run(() => WriteInboxesAsync(inboxes.Reader, stop.Token)), stop));

        Task MakeAsync() => Task.Run(async () =>
        {
            foreach (var batch in batches.All())
            {
                await documents.Writer.WriteAsync(batch, stop.Token);
                await inboxes.Writer.WriteAsync(batch, stop.Token);
            }
            documents.Writer.Complete();
            inboxes.Writer.Complete();
        });
    }

    private async Task WriteDocumentsAsync(ChannelReader<CityBatch> batches, CityBatches made, CancellationToken stop)
    {
        await using var bulk = Bulk.Open(store, "document");
        foreach (var table in CityBatch.OfDocuments)
            await bulk.PutIndexesAsideAsync(table);
        var written = 0;
        await foreach (var batch in batches.ReadAllAsync(stop))
        {
            foreach (var table in CityBatch.OfDocuments)
                await bulk.WriteAsync(table, ColumnsOf(table), batch[table]);
            progress($"{written += batch["incoming_documents"].Count:#,0} documents");
        }
        await bulk.WriteAsync("counters", ["name", "last"], [.. made.Numbers.Select(n => new object?[] { n.Row, n.Last }), ["incoming-order", (long)written]]);
        var hash = Convert.ToHexString(made.Trail.Hash);
        await bulk.RunAsync($"UPDATE ledger_heads SET audit_sequence = {made.Trail.Sequence}, audit_hash = {(store.Kind == StoreKind.Sqlite ? $"x'{hash}'" : $"decode('{hash}', 'hex')")}");
        progress($"{written:#,0} documents, indexes of them");
        await bulk.FinishAsync();
    }

    private async Task WriteInboxesAsync(ChannelReader<CityBatch> batches, CancellationToken stop)
    {
        await using var bulk = Bulk.Open(store, "coordination");
        foreach (var table in CityBatch.OfInboxes)
            await bulk.PutIndexesAsideAsync(table);
        var entry = form["inbox_entries"][0];
        var (principal, tab) = (entry.Place("principal"), entry.Place("tab"));
        var counts = new SortedDictionary<(string, string), long>();
        await foreach (var batch in batches.ReadAllAsync(stop))
        {
            foreach (var table in CityBatch.OfInboxes)
                await bulk.WriteAsync(table, ColumnsOf(table), batch[table]);
            foreach (var row in batch["inbox_entries"])
            {
                var key = ((string)row[principal]!, (string)row[tab]!);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
        await bulk.WriteAsync("inbox_counts", CountColumns, [.. counts.Select(c => new object?[] { c.Key.Item1, c.Key.Item2, c.Value, 1L })]);
        await bulk.FinishAsync();
    }

    private IReadOnlyList<string> ColumnsOf(string table) => table == DocumentRows.Index ? DocumentRows.EntryColumns(store.Kind) : form[table][0].Columns;

    private static Channel<CityBatch> ChannelOf() => Channel.CreateBounded<CityBatch>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });

    /// <summary>Whoever fails stops the others, which would wait for ever.</summary>
    private static async Task OrStopAsync(Task part, CancellationTokenSource stop)
    {
        try
        {
            await part;
        }
        catch (Exception)
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
