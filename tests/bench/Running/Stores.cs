using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Running;

/// <summary>A small and a large store on each database, filled when first asked for and shared by the scenarios about size.</summary>
internal sealed class Stores : IAsyncDisposable
{
    private const int Few = 10_000;

    private readonly Dictionary<StoreKind, (Store Small, Store Large)> _filled = [];

    public async Task<(Store Small, Store Large)> OnAsync(BenchRun run, StoreKind kind)
    {
        if (!_filled.TryGetValue(kind, out var stores))
            _filled[kind] = stores = (await Store.FillAsync(run, kind, run.Quick ? 500 : Few), await Store.FillAsync(run, kind, run.Quick ? 1000 : run.Rows));
        return stores;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (small, large) in _filled.Values)
        {
            await small.DisposeAsync();
            await large.DisposeAsync();
        }
    }
}
