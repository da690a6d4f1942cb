using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Running;

/// <summary>A document service with many documents, half of which the clerk may see; entered by the bare driver, in bulk.</summary>
internal sealed class Store : IAsyncDisposable
{
    /// <summary>Paragraphs, not whole texts: a million of them must fit on a small machine.</summary>
    private const int LongestBody = 300;

    private const int Bulk = 500;

    private Store(DocumentSuite suite, Documents documents, int count) => (Suite, Documents, Count) = (suite, documents, count);

    public DocumentSuite Suite { get; }

    public Documents Documents { get; }

    public int Count { get; }

    /// <summary>Place of the oldest document entered in bulk; the rest follow without gaps.</summary>
    public const int First = 10;

    public static async Task<Store> FillAsync(BenchRun run, StoreKind kind, int count)
    {
        var documents = new Documents(run.Words, seed: 7, LongestBody);
        var store = new Store(await DocumentSuite.StartAsync(kind, documents), documents, count);
        var raw = store.Suite.Raw;
        // GIN is built at once, not entry by entry; FTS5 gathers by itself.
        if (kind == StoreKind.Postgres)
            await raw.WriteAsync(new Statement($"DROP INDEX ix_{DocumentRows.Index}_terms", []));
        for (var n = 0; n < count; n += Bulk)
            await raw.WriteAsync([.. Enumerable.Range(n, Math.Min(Bulk, count - n)).SelectMany(store.RowsOf)]);
        if (kind == StoreKind.Postgres)
            await raw.WriteAsync(new Statement($"CREATE INDEX ix_{DocumentRows.Index}_terms ON {DocumentRows.Index} USING gin (terms)", []), new Statement("ANALYZE", []));
        return store;
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    private IEnumerable<Statement> RowsOf(int n) =>
        Suite.Rows.Of(Documents.At(n), n + First, n % 2 == 0 ? Office.OfficeUnit : Office.SectionUnit, Office.LeadersUnit);
}
