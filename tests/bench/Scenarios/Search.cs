using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Document.V1;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Scenarios;

/// <summary>P7: the first page of a search that finds only what the caller may see, beside the bare index that asks nobody.</summary>
internal sealed class Search : IScenario
{
    private const int Hits = 20;
    private const string Page = $"SELECT d.*, t.body FROM incoming_documents d JOIN incoming_document_texts t ON t.document_id = d.id WHERE d.order_key IN (SELECT";

    public string Id => "P7";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var kind in run.Stores)
        {
            var (small, large) = await run.Large.OnAsync(run, kind);
            foreach (var length in (int[])[2, 4, 8])
            {
                var work = $"p95 of a search for {length} characters, {BenchRun.NameOf(kind)}";
                await RunAsync(run, work, WordsOf(run, length, large.Documents.Word), small, large);
            }
            var hidden = $"p95 of a search for 4 characters out of documents that the caller may not see, {BenchRun.NameOf(kind)}";
            await RunAsync(run, hidden, WordsOf(run, 4, large.Documents.HiddenWord), small, large);
        }
        run.Page.Note(Id, $"The limit finds the {Hits} newest hits and reads their rows and texts. The suite looks for readers in the same index, counts up to 100, cuts a snippet, and answers over gRPC. Of a word that stands in documents of others only, every one of them has to be looked at before it is certain that there is nothing to show. "
            + "By a sampling profile on SQLite of what the service itself does for a call a third loads the hits with their texts, an eighth asks the index, and three tenths cut the snippets; since then common characters are taken as they are there and no longer folded one by one, and a search takes half as long.");
    }

    private static List<string> WordsOf(BenchRun run, int length, Func<Random, int, string> word)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, run.Quick ? 5 : 60).Select(_ => word(random, length))];
    }

    private async Task RunAsync(BenchRun run, string work, List<string> words, Store small, Store large)
    {
        var series = await InTurn.MeasureAsync(
            run.Turns, () => WithinAsync(i => ReadAsync(small, words[i])), () => WithinAsync(CallOf(small)), () => WithinAsync(i => ReadAsync(large, words[i])), () => WithinAsync(CallOf(large)));

        run.Page.Add(Row.Of(Id, $"{work}, {small.Count:#,0} documents", "bare pair index and its rows", series[0], series[1], Unit.Milliseconds, Target.AtMost(2)));
        run.Page.Add(Row.Of(Id, $"{work}, {large.Count:#,0} documents", "bare pair index and its rows", series[2], series[3], Unit.Milliseconds, Target.AtMost(2)));
        run.Page.Add(Row.Of(Id, $"{work}: how flat", $"itself at {small.Count:#,0}", series[1], series[3], Unit.Milliseconds, Target.AtMost(1.5)));

        Task<double> WithinAsync(Func<int, Task> call) => Load.WithinAsync(0.95, words.Count, call);

        Func<int, Task> CallOf(Store store)
        {
            var clerk = store.Suite.Clerk();
            return i => clerk.SearchIncomingDocumentsAsync(new SearchIncomingDocumentsRequest { Query = words[i], PageSize = Hits }).ResponseAsync;
        }
    }

    private static Task ReadAsync(Store store, string word)
    {
        var pairs = Terms.Pairs(word);
        if (store.Suite.Raw.Kind == StoreKind.Sqlite)
        {
            var match = $"terms : \"{string.Join(' ', pairs)}\"";
            return store.Suite.Raw.ReadAsync($"{Page} rowid FROM {DocumentRows.Index} WHERE {DocumentRows.Index} MATCH $1 ORDER BY rowid DESC LIMIT {Hits}) ORDER BY d.order_key DESC", match);
        }
        // One pair is the word; of several, the index does not know whether they are neighbours.
        var neighbours = pairs.Count > 1 ? "AND strpos(folded, $2) > 0" : "";
        var sql = $"{Page} id FROM {DocumentRows.Index} WHERE terms @> $1 {neighbours} ORDER BY id DESC LIMIT {Hits}) ORDER BY d.order_key DESC";
        return store.Suite.Raw.ReadAsync(sql, [pairs.ToArray(), .. pairs.Count > 1 ? [word] : Array.Empty<object>()]);
    }
}
