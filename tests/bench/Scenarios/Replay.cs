using System.Diagnostics;
using Backoffice.Bench.Measuring;
using Backoffice.Bench.Raw;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Coordination;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Scenarios;

/// <summary>P13: a consumer that has forgotten everything reads the producer's log from zero, beside reading the log alone.</summary>
internal sealed class Replay : IScenario
{
    private const string Consumer = "coordination";
    private const int Page = 500;

    public string Id => "P13";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "Fifty events are applied in a turn, each saved before the next one reads; one by one they were a quarter to a sixth as fast (749/s and 224/s, the day before). "
            + "The limit reads and applies nothing. By a sampling profile on SQLite half of applying an event is EF saving it, a quarter EF asking for the row that counts, and a tenth reading its JSON.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        var documents = new Documents(run.Words, seed: 13, longest: 50);
        await using var suite = await DocumentSuite.StartAsync(store, documents);
        var events = await ImportAsync(suite, documents, run.Quick ? 2 : 20);
        await suite.Suite.AddAsync(CoordinationModule.Module, Consumer, new());
        await using var consumer = RawStore.Open(suite.Suite.Store, Consumer);
        await CaughtUpAsync(consumer, events);
        var series = await InTurn.MeasureAsync(
            run.Quick ? 1 : 3,
            () => ReadAsync(suite, events),
            async () =>
            {
                await suite.Suite.StopAsync(Consumer);
                await consumer.WriteAsync(new Statement("DELETE FROM consumer_marks WHERE producer = 'document'", []), new Statement("DELETE FROM daily_registrations", []));
                await suite.Suite.AddAsync(CoordinationModule.Module, Consumer, new());
                return await CaughtUpAsync(consumer, events);
            });
        run.Page.Add(Row.Of(Id, $"rebuild a read model from {events:#,0} events, {BenchRun.NameOf(store)}", "driver reads the log in pages", series[0], series[1], Unit.PerSecond));
        run.Page.Add(Row.Of(Id, $"rebuild a read model from {events:#,0} events, {BenchRun.NameOf(store)}", series[1].Median, Unit.PerSecond, Target.AtLeast(20_000)));
    }

    private static async Task<long> ImportAsync(DocumentSuite suite, Documents documents, int batches)
    {
        var clerk = suite.Clerk();
        for (var batch = 0; batch < batches; batch++)
        {
            var request = new ImportIncomingDocumentsRequest();
            for (var i = 1; i <= 100; i++)
            {
                var document = documents.At((batch * 100) + i);
                document.Source = document.DocumentNumber;
                request.IncomingDocuments.Add(document);
            }
            await clerk.ImportIncomingDocumentsAsync(request);
        }
        return await suite.Raw.NumberAsync("SELECT count(*) FROM events");
    }

    /// <summary>Events a second from the first one applied to the last.</summary>
    private static async Task<double> CaughtUpAsync(RawStore consumer, long events)
    {
        var (first, watch) = (0L, new Stopwatch());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (true)
        {
            var mark = await consumer.NumberAsync("SELECT coalesce(max(sequence), 0) FROM consumer_marks WHERE producer = 'document'");
            if (mark >= events)
                return (mark - first) / Math.Max(watch.Elapsed.TotalSeconds, 0.005);
            if (mark > 0 && !watch.IsRunning)
            {
                first = mark;
                watch.Start();
            }
            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task<double> ReadAsync(DocumentSuite suite, long events)
    {
        var watch = Stopwatch.StartNew();
        for (var after = 0L; after < events; after += Page)
            await suite.Raw.ReadAsync($"SELECT * FROM events WHERE sequence > $1 ORDER BY sequence LIMIT {Page}", after);
        return events / watch.Elapsed.TotalSeconds;
    }
}
