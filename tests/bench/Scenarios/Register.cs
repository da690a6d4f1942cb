using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Scenarios;

/// <summary>P3: registering a document, beside the bare driver writing the same rows, one transaction each.</summary>
internal sealed class Register : IScenario
{
    /// <summary>What is entered by hand carries a paragraph, not the whole text.</summary>
    private const int Paragraph = 200;

    /// <summary>The limit's rows lie below the suite's, in ascending order, where the relay does not take them for events.</summary>
    private static long s_below = -1_000_000_000_000;

    public string Id => "P3";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "The target's limit only inserts: nobody waits for a number. Where the limit takes its numbers from rows of numbers, as numbers without gaps need, "
            + "its transactions wait for each other's disk; the suite's share one commit (ADR 0002), and are still slower: turns pass one by one, and of a turn, by a sampling profile on SQLite, a third is saving the rows, a quarter looking for duplicates, a sixth the disk.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        var documents = new Documents(run.Words, seed: 3, Paragraph);
        await using var suite = await DocumentSuite.StartAsync(store, documents);
        await suite.Raw.WriteAsync([.. new[] { "limit/order", "limit/register" }.Select(n => new Statement("INSERT INTO counters (name, last) VALUES ($1, 0)", [n]))]);
        var clerk = suite.Clerk();
        var next = 0L;
        foreach (var inFlight in (int[])[16, 64])
        {
            var series = await InTurn.MeasureAsync(
                run.Turns,
                () => Load.RateAsync(inFlight, run.Length, _ => WriteAsync(suite, documents, [])),
                () => Load.RateAsync(inFlight, run.Length, _ => WriteAsync(suite, documents, DocumentRows.Numbers())),
                () => Load.RateAsync(inFlight, run.Length, _ => RegisterAsync(clerk, documents.At(Interlocked.Increment(ref next)))));

            var work = $"register a document, {inFlight} in flight, {BenchRun.NameOf(store)}";
            run.Page.Add(Row.Of(Id, work, "driver inserts the same rows", series[0], series[2], Unit.PerSecond, Target.AtLeast(inFlight == 16 ? 0.8 : 1.5)));
            run.Page.Add(Row.Of(Id, work, "the same, numbers without gaps", series[1], series[2], Unit.PerSecond));
        }
    }

    private static Task RegisterAsync(IncomingDocumentService.IncomingDocumentServiceClient clerk, IncomingDocument document) => clerk.RegisterIncomingDocumentAsync(
        new RegisterIncomingDocumentRequest { IncomingDocument = document, RequestId = Guid.NewGuid().ToString() }).ResponseAsync;

    private static Task WriteAsync(DocumentSuite suite, Documents documents, IEnumerable<Statement> numbers)
    {
        var below = Interlocked.Increment(ref s_below);
        var document = documents.At(below);
        return suite.Raw.WriteAsync([.. numbers, .. suite.Rows.Of(document, below, Office.OfficeUnit), .. suite.Rows.LedgersOf(document, below, kept: true)]);
    }
}
