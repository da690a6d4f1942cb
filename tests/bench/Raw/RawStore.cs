using System.Data.Common;
using Backoffice.Platform.Storage;
using Backoffice.Testing;

namespace Backoffice.Bench.Raw;

/// <summary>A service's database by its bare driver, used as well as the driver can be used: prepared, pooled, one round trip.</summary>
internal abstract class RawStore : IAsyncDisposable
{
    public static RawStore Open(TestStore store, string service) =>
        store.Kind == StoreKind.Sqlite ? Open(store.Folder, service) : new PostgresRaw(store, service);

    /// <summary>The SQLite file of a service in a folder.</summary>
    public static RawStore Open(string folder, string service) => new SqliteRaw(folder, service);

    public abstract StoreKind Kind { get; }

    /// <summary>Runs statements as one transaction, which is on the disk afterwards; the number of rows they changed.</summary>
    public abstract Task<int> WriteAsync(params IReadOnlyList<Statement> statements);

    /// <summary>Reads every column of every row.</summary>
    public abstract Task<IReadOnlyList<object?[]>> ReadAsync(string sql, params IReadOnlyList<object?> values);

    /// <summary>A key as this database keeps it.</summary>
    public abstract object Key(Guid id);

    public abstract ValueTask DisposeAsync();

    /// <summary>The form of a table's rows, learnt from one that the suite has written.</summary>
    /// <param name="table">The table.</param>
    /// <param name="which">A condition, where not any row will do.</param>
    public abstract Task<RowForm> FormOfAsync(string table, string which = "true");

    /// <summary>A number of the store, such as a count.</summary>
    public async Task<long> NumberAsync(string sql, params IReadOnlyList<object?> values) => Convert.ToInt64((await ReadAsync(sql, values))[0][0]);

    protected static async Task<List<object?[]>> ReadAllAsync(DbDataReader reader)
    {
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    protected static async Task<RowForm> ReadFormAsync(string table, DbDataReader reader)
    {
        if (!await reader.ReadAsync())
            throw new InvalidOperationException($"The suite has written no row of {table} yet.");
        return new RowForm(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
    }
}
