using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Raw;

/// <summary>Multiplies rows that the suite has written: every row of some tables again and again, with ids, names and numbers of its own.</summary>
/// <param name="raw">The store.</param>
/// <param name="step">How far apart the numbers of two copies lie; none where copies lie below their originals.</param>
internal sealed class Copies(RawStore raw, long? step = null)
{
    /// <summary>Copies of all originals that are written in one transaction.</summary>
    private const int Bulk = 250;

    /// <summary>Milliseconds at the begin of the year 2025, which the ids of the newest copies carry.</summary>
    private const long Newest = 1_735_689_600_000;

    private readonly List<string> _inserts = [];
    private readonly List<string> _originals = [];

    /// <summary>Keeps the rows of a table as they are now; those of a parent before its children's.</summary>
    /// <param name="table">The table.</param>
    /// <param name="different">Columns that are not copied as they are.</param>
    /// <param name="columns">What is kept of it; where nothing can be read, the names of its columns.</param>
    /// <returns>The table in which they are kept until they are multiplied.</returns>
    public async Task<string> KeepAsync(string table, IReadOnlyList<(string Column, Difference Difference)> different, string columns = "*")
    {
        var original = $"original_{table}";
        await raw.WriteAsync(new Statement($"CREATE TABLE {original} AS SELECT {columns} FROM {table}", []));
        _originals.Add(original);
        var names = (await raw.FormOfAsync(original)).Columns;
        var values = new List<string>();
        foreach (var name in names)
            values.Add(different.FirstOrDefault(d => d.Column == name) is (not null, var difference) ? await OtherAsync(original, name, difference) : $"o.{name}");
        // Counted back from the originals, oldest first.
        _inserts.Add($"""
            INSERT INTO {table} ({string.Join(", ", names)})
            WITH RECURSIVE copies (back) AS (SELECT CAST($1 AS bigint) UNION ALL SELECT back - 1 FROM copies WHERE back > $2)
            SELECT {string.Join(", ", values)} FROM copies c CROSS JOIN {original} o
            """);
        return original;
    }

    /// <summary>Multiplies documents together with their entries in the search index.</summary>
    /// <param name="entries">The originals in the index.</param>
    /// <param name="copies">How many of each original.</param>
    public async Task MultiplyWithIndexAsync(IReadOnlyList<Statement> entries, int copies)
    {
        const string Index = DocumentRows.Index;
        if (raw.Kind == StoreKind.Sqlite)
        {
            // FTS5 keeps no content that could be read again.
            var original = await KeepAsync(Index, [("rowid", Difference.Number)], $"rowid AS \"rowid\", '' AS terms, '' AS readers");
            await raw.WriteAsync([new Statement($"DELETE FROM {original}", []), .. entries.Select(e => new Statement(e.Sql.Replace(Index, original, StringComparison.Ordinal), e.Values))]);
            await MultiplyAsync(copies);
            // At once what the service does part by part when nothing else waits.
            await raw.WriteAsync(new Statement($"INSERT INTO {Index} ({Index}, rank) VALUES ('merge', {int.MaxValue})", []));
            return;
        }
        // GIN is built at once, not entry by entry.
        var index = await DocumentRows.DropIndexAsync(raw);
        await KeepAsync(Index, [("id", Difference.Number), ("terms", Difference.Anew)]);
        await MultiplyAsync(copies);
        await DocumentRows.IndexAsync(raw, index);
    }

    public async Task MultiplyAsync(int copies)
    {
        for (long oldest = copies; oldest > 0; oldest -= Bulk)
            await raw.WriteAsync([.. _inserts.Select(i => new Statement(i, [oldest, Math.Max(1, oldest - Bulk + 1)]))]);
        await raw.WriteAsync([.. _originals.Select(o => new Statement($"DROP TABLE {o}", []))]);
    }

    private async Task<string> OtherAsync(string original, string column, Difference difference) => difference switch
    {
        Difference.Id when raw.Kind == StoreKind.Sqlite => $"{Time("%08X-%04X")} || substr(o.{column}, 14)",
        Difference.Id => $"CAST({Time("")} || substr(CAST(o.{column} AS text), 14) AS uuid)",
        Difference.Name when raw.Kind == StoreKind.Sqlite => $"substr(o.{column}, 1, length(o.{column}) - 36) || {Time("%08x-%04x")} || substr(o.{column}, -23)",
        Difference.Name => $"left(o.{column}, -36) || {Time("")} || right(o.{column}, 23)",
        Difference.Number when step is { } apart => $"o.{column} + c.back * {apart}",
        Difference.Number => $"o.{column} - c.back * {await raw.NumberAsync($"SELECT max({column}) FROM {original}")}",
        Difference.Instant => $"o.{column} - c.back * {TimeSpan.TicksPerMinute}",
        // What PostgreSQL has compressed once it copies as it is, however long it was.
        Difference.Anew => $"o.{column} || '{{}}'",
        Difference.Text => $"o.{column} || '/' || c.back",
        _ => raw.Kind == StoreKind.Sqlite ? "lower(hex(randomblob(32)))" : $"encode(sha256(convert_to(o.{column} || c.back, 'UTF8')), 'hex')",
    };

    // The first 48 bits of an id are its time; as text they are its first 13 characters.
    private string Time(string format) => raw.Kind == StoreKind.Sqlite
        ? $"printf('{format}', ({Newest} - c.back) >> 16, ({Newest} - c.back) & 65535)"
        : $"lpad(to_hex(({Newest} - c.back) >> 16), 8, '0') || '-' || lpad(to_hex(({Newest} - c.back) & 65535), 4, '0')";
}
