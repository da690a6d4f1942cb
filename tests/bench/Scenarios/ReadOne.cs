using Backoffice.Bench.Measuring;
using Backoffice.Bench.Report;
using Backoffice.Bench.Running;
using Backoffice.Bench.Texts;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Scenarios;

/// <summary>P2: what the service adds to a read – token, access, visibility – beside a bare echo and a bare read.</summary>
internal sealed class ReadOne : IScenario
{
    private const int InFlight = 16;
    private const string RawRead = "SELECT d.*, t.body FROM incoming_documents d JOIN incoming_document_texts t ON t.document_id = d.id WHERE d.id = $1";

    public string Id => "P2";

    public async Task RunAsync(BenchRun run)
    {
        foreach (var store in run.Stores)
            await RunAsync(run, store);
        run.Page.Note(Id, "The target's limit does half of the work each: the echo reads nothing, the read answers nobody. The second line is the least program that does both. "
            + "The suite asks four statements – the row with its text, its readers, its attachments, the documents that answer it – which are translated once for each store. "
            + "On PostgreSQL three of them repeated five joins and were planned at each call, a millisecond each; asked by ids alone, and with plans kept, a read does two to three times as many. Of its processor time, by a sampling profile on SQLite, "
            + "a fifth is SQLite, nearly all of it preparing the statements, which its driver does at every call, and as much again is the memory and the locks this takes; on both databases most of the rest is what EF does around each statement.");
    }

    private async Task RunAsync(BenchRun run, StoreKind store)
    {
        var documents = new Documents(run.Words, seed: 2);
        await using var suite = await DocumentSuite.StartAsync(store, documents);
        var stored = await FillAsync(suite, documents, run.Quick ? 100 : 300);
        await using var echo = await BareService.StartAsync(_ => Task.FromResult(stored[0]));
        await using var both = await BareService.StartAsync(name => ReadAsync(suite, name));
        var clerk = suite.Clerk();
        var series = await InTurn.MeasureAsync(
            run.Turns,
            () => Load.RateAsync(InFlight, run.Length, i => Get(echo.Client, NameOf(i))),
            () => Load.RateAsync(InFlight, run.Length, i => ReadAsync(suite, NameOf(i))),
            () => Load.RateAsync(InFlight, run.Length, i => Get(both.Client, NameOf(i))),
            () => Load.RateAsync(InFlight, run.Length, i => Get(clerk, NameOf(i))));

        var work = $"read one document by id, {InFlight} in flight, {BenchRun.NameOf(store)}";
        run.Page.Add(Row.Of(Id, work, "raw read, bare gRPC echo: the slower", series[0].Slower(series[1]), series[3], Unit.PerSecond, Target.AtLeast(0.7)));
        run.Page.Add(Row.Of(Id, work, "bare gRPC service that does the raw read", series[2], series[3], Unit.PerSecond));

        string NameOf(int i) => stored[i % stored.Count].Name;
    }

    private static async Task<List<IncomingDocument>> FillAsync(DocumentSuite suite, Documents documents, int count)
    {
        var clerk = suite.Clerk();
        var stored = new List<IncomingDocument>();
        for (var n = 1; n <= count; n++)
            stored.Add((await clerk.RegisterIncomingDocumentAsync(new RegisterIncomingDocumentRequest { IncomingDocument = documents.At(n) })).IncomingDocument);
        return stored;
    }

    private static Task Get(IncomingDocumentService.IncomingDocumentServiceClient client, string name) =>
        client.GetIncomingDocumentAsync(new GetIncomingDocumentRequest { Name = name }).ResponseAsync;

    private static async Task<IncomingDocument> ReadAsync(DocumentSuite suite, string name)
    {
        var row = (await suite.Raw.ReadAsync(RawRead, suite.Raw.Key(Guid.Parse(name.Split('/')[1]))))[0];
        return new IncomingDocument { Name = name, Body = (string)row[^1]! };
    }
}
