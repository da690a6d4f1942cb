using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P12: taking whole documents in, checked and a hundred at a time, beside inserting the same rows.</summary>
internal sealed class Import : IScenario
{
    private const int Batch = 100;

    /// <summary>As in <see cref="Register"/>: ascending, below the suite's.</summary>
    private long _below = -1_000_000_000_000;
    private long _next;

    public string Id => "P12";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "Texts have the lengths of real ones, and both sides enter them in the search index. The limit's rows are ready before its time starts; the suite validates, looks for duplicates, "
            + "cuts the text into pairs and writes record by record. By a sampling profile on SQLite a third of the processor time is compiling, a fifth SQLite, a tenth EF. "
            + "The target of 1,000 a second is more than the bare driver does with whole documents and their search index.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        var documents = new Documents(run.Words, seed: 12);
        await using var suite = await DocumentSuite.StartAsync(store, documents);
        var clerk = suite.Clerk();
        var batches = run.Quick ? 1 : 4;
        var series = await InTurn.MeasureAsync(
            run.Quick ? 1 : 3,
            async () =>
            {
                var rows = Enumerable.Range(0, batches).Select(_ => RowsOf(suite, documents)).ToList();
                return Batch * await Load.RateOfAsync(1, batches, i => suite.Raw.WriteAsync(rows[i]));
            },
            async () =>
            {
                var requests = Enumerable.Range(0, batches).Select(_ => RequestOf(documents)).ToList();
                return Batch * await Load.RateOfAsync(1, batches, i => ImportAsync(clerk, requests[i]));
            });
        var work = $"import whole documents, {Batch} a call, {BenchRun.NameOf(store)}";
        run.Page.Add(Row.Of(Id, work, "driver inserts the same rows, 100 a transaction", series[0], series[1], Unit.PerSecond, Target.AtLeast(0.3)));
        run.Page.Add(Row.Of(Id, work, series[1].Median, Unit.PerSecond, Target.AtLeast(1000)));
    }

    private List<Statement> RowsOf(DocumentSuite suite, Documents documents)
    {
        var rows = new List<Statement>();
        for (var i = 0; i < Batch; i++)
        {
            var document = documents.At(++_below);
            rows.AddRange(suite.Rows.Of(document, _below, Office.OfficeUnit));
            rows.AddRange(suite.Rows.LedgersOf(document, _below, kept: false));
        }
        return rows;
    }

    private ImportIncomingDocumentsRequest RequestOf(Documents documents)
    {
        var request = new ImportIncomingDocumentsRequest();
        for (var i = 0; i < Batch; i++)
        {
            var document = documents.At(++_next);
            document.Source = $"bench/{_next}";
            request.IncomingDocuments.Add(document);
        }
        return request;
    }

    private static async Task ImportAsync(IncomingDocumentService.IncomingDocumentServiceClient clerk, ImportIncomingDocumentsRequest request)
    {
        var answer = await clerk.ImportIncomingDocumentsAsync(request);
        if (answer.Outcomes.FirstOrDefault(o => o.Refusal is not null || o.Existed) is { } lost)
            throw new InvalidOperationException($"A document was not taken in: {lost}");
    }
}
