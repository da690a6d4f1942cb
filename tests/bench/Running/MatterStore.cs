using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>A document service with many matters behind it that ended, and with some under way.</summary>
internal sealed class MatterStore : IAsyncDisposable
{
    private const int Originals = 20;

    /// <summary>A paragraph, not a whole text: a million of them must fit on a small machine.</summary>
    private const int LongestBody = 120;

    private readonly DocumentSuite _suite;
    private readonly Documents _documents;
    private int _registered;

    private MatterStore(DocumentSuite suite, Documents documents, int finished) =>
        (_suite, _documents, Finished, Desks) = (suite, documents, finished, new Desks(suite.Suite));

    /// <summary>How many matters have ended.</summary>
    public int Finished { get; }

    public Desks Desks { get; }

    /// <summary>Some matters are brought to their end as people do; the rest are their rows once more.</summary>
    public static async Task<MatterStore> FillAsync(BenchRun run, StoreKind kind, int finished)
    {
        var documents = new Documents(run.Words, seed: 4, LongestBody);
        var store = new MatterStore(await DocumentSuite.StartAsync(kind, documents), documents, finished);
        var originals = new List<Statement>();
        for (var i = 0; i < Originals; i++)
            originals.Add(await store.FinishAsync());
        var raw = store._suite.Raw;
        await Eventually.TrueAsync(async () => await raw.NumberAsync("SELECT count(*) FROM incoming_documents WHERE NOT is_indexed") == 0);
        await FinishedMatters.MultiplyAsync(raw, originals, (finished / Originals) - 1);
        var kept = await raw.NumberAsync("SELECT count(*) FROM matters WHERE status = 'Completed'");
        return kept == finished ? store : throw new InvalidOperationException($"{kept} matters have ended instead of {finished}.");
    }

    /// <summary>Puts documents under way, each before the office director.</summary>
    public Task<IReadOnlyList<Matter>> ScreenAsync(int count) => Desks.ScreenAsync(count, () => _documents.At(Interlocked.Increment(ref _registered)));

    public ValueTask DisposeAsync() => _suite.DisposeAsync();

    /// <summary>One more matter that ended; its entry in the search index.</summary>
    private async Task<Statement> FinishAsync()
    {
        var sent = _documents.At(++_registered);
        var matter = await Desks.InformAsync(sent, Office.DeputyDirector);
        var order = await _suite.Raw.NumberAsync("SELECT order_key FROM incoming_documents WHERE id = $1", _suite.Raw.Key(Guid.Parse(matter.Subject.Split('/')[1])));
        var readers = await _suite.Raw.ReadAsync("SELECT principal FROM incoming_document_readers WHERE order_key = $1", order);
        return _suite.Rows.Entry(sent, order, [.. readers.Select(r => (string)r[0]!)]);
    }
}
