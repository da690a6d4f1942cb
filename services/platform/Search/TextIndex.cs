using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Search;

/// <summary>What was found: keys newest first, and how many there are, counted no further than asked.</summary>
public sealed record Found(IReadOnlyList<long> Keys, int Total, bool TotalExceeded);

/// <summary>
/// A full-text index over the records of one table, keyed by the record's order number. Readers are part of the index, so
/// what a caller may not see is neither found nor counted. Written in the turn of the record's own change.
/// </summary>
public sealed class TextIndex
{
    private readonly string _table;

    /// <param name="table">Name of the index; the migration makes it with <see cref="TextIndexMigration"/>.</param>
    public TextIndex(string table) => _table = table;

    /// <summary>Enters a record, or replaces its entry.</summary>
    public Task PutAsync(ServiceDb db, long key, IEnumerable<string> texts, IEnumerable<string> readers, CancellationToken stop)
    {
        var runs = texts.SelectMany(Terms.Runs).ToList();
        return db.Database.IsSqlite()
            ? SqliteIndex.PutAsync(db, _table, key, runs, readers, stop)
            : PostgresIndex.PutAsync(db, _table, key, runs, readers, stop);
    }

    /// <summary>Removes a record's entry.</summary>
    public Task RemoveAsync(ServiceDb db, long key, CancellationToken stop)
    {
        var column = db.Database.IsSqlite() ? "rowid" : "id";
#pragma warning disable EF1002 // the table's name is a constant of the program
        return db.Database.ExecuteSqlRawAsync($"DELETE FROM {_table} WHERE {column} = {{0}}", [key], stop);
#pragma warning restore EF1002
    }

    /// <summary>Whether writing leaves anything for a quiet moment; PostgreSQL has its own upkeep for it.</summary>
    public static bool NeedsTidying(ServiceDb db) => db.Database.IsSqlite();

    /// <summary>
    /// Does a part of what writing has left, where <see cref="NeedsTidying"/>, after which searches are as fast as in a new index;
    /// false where nothing is left.
    /// </summary>
    public Task<bool> TidyAsync(ServiceDb db, CancellationToken stop) => SqliteIndex.MergeAsync(db, _table, stop);

    /// <summary>Finds records that hold every word of the query and that one of the readers may see, newest first.</summary>
    /// <param name="before">Only keys below this one.</param>
    /// <param name="countTo">How far to count; 0 does not count.</param>
    public async Task<Found> FindAsync(ServiceDb db, string query, IReadOnlyList<string> readers, long before, int take, int countTo, CancellationToken stop)
    {
        var words = Terms.Words(query);
        if (words.Count == 0 || readers.Count == 0)
            return new Found([], 0, false);
        if (countTo == 0)
            return new Found(await NewestAsync(before, take), 0, false);
        // Who counts knows the newest by then, and most pages that anybody turns to are among them.
        var counted = await NewestAsync(long.MaxValue, Math.Max(take, countTo + 1));
        List<long> keys = [.. counted.Where(k => k < before).Take(take)];
        if (keys.Count < take && counted.Count > countTo)
            keys = await NewestAsync(before, take);
        return new Found(keys, Math.Min(counted.Count, countTo), counted.Count > countTo);

        Task<List<long>> NewestAsync(long below, int wanted) => db.Database.IsSqlite()
            ? SqliteIndex.NewestAsync(db, _table, words, readers, below, wanted, stop)
            : PostgresIndex.NewestAsync(db, _table, words, readers, below, wanted, stop);
    }
}
