using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>A document service with many documents, half of which the clerk may see; entered by the bare driver, in bulk.</summary>
internal sealed class Store : IAsyncDisposable
{
    /// <summary>Paragraphs, not whole texts: a million of them must fit on a small machine.</summary>
    private const int LongestBody = 120;

    /// <summary>Documents entered one by one; the rest are their rows once more.</summary>
    private const int Originals = 500;

    private Store(DocumentSuite suite, Documents documents, int count) => (Suite, Documents, Count) = (suite, documents, count);

    public DocumentSuite Suite { get; }

    public Documents Documents { get; }

    public int Count { get; }

    /// <summary>Place of the oldest document; the rest follow without gaps.</summary>
    public const int First = 2;

    public static async Task<Store> FillAsync(BenchRun run, StoreKind kind, int count)
    {
        var documents = new Documents(run.Words, seed: 7, LongestBody);
        var store = new Store(await DocumentSuite.StartAsync(kind, documents), documents, count);
        var raw = store.Suite.Raw;
        // The first was registered when the suite was started.
        await raw.WriteAsync([.. Enumerable.Range(1, Originals - 1).SelectMany(store.RowsOf)]);
        await Eventually.TrueAsync(async () => await raw.NumberAsync("SELECT count(*) FROM incoming_documents WHERE NOT is_indexed") == 0);
        var entries = Enumerable.Range(0, Originals).Select(n => store.Suite.Rows.Entry(documents.At(n), n + First, ReadersOf(n))).ToList();
        await ManyDocuments.MultiplyAsync(raw, entries, (count / Originals) - 1);
        var kept = await raw.NumberAsync("SELECT count(*) FROM incoming_documents");
        return kept == count ? store : throw new InvalidOperationException($"There are {kept} documents instead of {count}.");
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    private IEnumerable<Statement> RowsOf(int n) => Suite.Rows.Of(Documents.At(n), n + First, ReadersOf(n));

    private static string[] ReadersOf(int n) => [n % 2 == 0 ? Office.OfficeUnit : Office.SectionUnit, Office.LeadersUnit];
}
