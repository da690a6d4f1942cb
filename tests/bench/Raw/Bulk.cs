using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Raw;

/// <summary>
/// Fills a service's tables in the way that is fastest where nobody else uses them: the service must not run. What is half filled
/// after a crash is lost, which costs a bench nothing.
/// </summary>
internal abstract class Bulk : IAsyncDisposable
{
    private readonly List<string> _aside = [];

    public static Bulk Open(TestStore store, string service) => store.Kind == StoreKind.Sqlite ? new SqliteBulk(store.Folder, service) : new PostgresBulk(store, service);

    /// <summary>Writes rows of a table.</summary>
    public abstract Task WriteAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows);

    /// <summary>Takes away the indexes of a table that is empty, where it has any beside its key: they are made at once afterwards.</summary>
    public async Task PutIndexesAsideAsync(string table)
    {
        foreach (var (name, definition) in await IndexesOfAsync(table))
        {
            await RunAsync($"DROP INDEX \"{name}\"");
            _aside.Add(definition);
        }
    }

    /// <summary>Makes the indexes again, and leaves the store as the service expects it.</summary>
    public async Task FinishAsync()
    {
        foreach (var definition in _aside)
            await RunAsync(definition);
        await SettleAsync();
    }

    public abstract Task RunAsync(string sql);

    public abstract ValueTask DisposeAsync();

    /// <summary>Indexes by name and definition, without those that are a constraint's.</summary>
    protected abstract Task<IReadOnlyList<(string Name, string Definition)>> IndexesOfAsync(string table);

    protected abstract Task SettleAsync();

    /// <summary>Names of columns for a statement; some are words of SQL.</summary>
    protected static string Listed(IReadOnlyList<string> columns) => string.Join(", ", columns.Select(c => $"\"{c}\""));
}
