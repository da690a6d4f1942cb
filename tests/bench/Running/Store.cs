using Backoffice.Bench.Raw;
using Backoffice.Bench.Texts;
using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Running;

/// <summary>A document service with many documents, half of which the clerk may see; entered by the bare driver, in bulk.</summary>
internal sealed class Store : IAsyncDisposable
{
    /// <summary>Paragraphs, not whole texts: a million of them must fit on a small machine.</summary>
    private const int LongestBody = 120;

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
        await ManyDocuments.FillAsync(store.Suite.Raw, store.Suite.Rows, documents, First, count);
        return store;
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();
}
