using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Scenarios;

/// <summary>P8: pages of a list, wherever they are and however many rows there are, beside the bare keyset query.</summary>
internal sealed class ListPages : IScenario
{
    private const int Size = 50;
    private const string RawPage = "SELECT * FROM incoming_documents WHERE order_key < $1 ORDER BY order_key DESC LIMIT 51";

    public string Id => "P8";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var kind in run.Stores)
        {
            var (small, large) = await run.Large.OnAsync(run, kind);
            await RunAsync(run, kind, small);
            await RunAsync(run, kind, large);
        }
        run.Page.Note(Id, "The limit reads one page of everybody's documents. The suite merges the pages of each name under which the caller may read, counts up to 1,000, "
            + "loads documents, readers and attachments in three queries, and answers over gRPC. By a sampling profile on SQLite three fifths of a call load the fifty documents, some forty columns each, and a quarter finds their places, most of that EF reading the query anew. "
            + "On PostgreSQL a page took twice as long until parts were asked for by ids alone and plans were kept.");
    }

    private async Task RunAsync(BenchRun run, StoreKind kind, Store store)
    {
        var clerk = store.Suite.Clerk();
        var token = (await clerk.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = Size })).NextPageToken;
        // Half of the documents are the clerk's: the last page has as many left as a page holds.
        var places = new (string Name, long Before)[] { ("first", store.Count + Store.First), ("middle", Store.First + (store.Count / 2)), ("last", Store.First + (2 * Size)) };
        var contenders = places.SelectMany(p => new Func<Task<double>>[]
        {
            () => WithinAsync(run, _ => store.Suite.Raw.ReadAsync(RawPage, p.Before)),
            () => WithinAsync(run, _ => clerk.ListIncomingDocumentsAsync(new ListIncomingDocumentsRequest { PageSize = Size, PageToken = PageTokens.At(token, p.Before) }).ResponseAsync),
        });
        var series = await InTurn.MeasureAsync(run.Turns, [.. contenders]);

        var work = $"of {store.Count:#,0} documents, {BenchRun.NameOf(kind)}";
        for (var i = 0; i < places.Length; i++)
            run.Page.Add(Row.Of(Id, $"the {places[i].Name} page {work}", "bare keyset query", series[2 * i], series[(2 * i) + 1], Unit.Milliseconds, Target.AtMost(1.5)));
        run.Page.Add(Row.Of(Id, $"the last page {work}", "the first page", series[1], series[5], Unit.Milliseconds, Target.Within(0.8, 1.2)));
    }

    private static Task<double> WithinAsync(BenchRun run, Func<int, Task> call) => Load.WithinAsync(0.5, run.Quick ? 5 : 60, call);
}
