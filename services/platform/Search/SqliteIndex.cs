using System.Globalization;
using System.Text;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Search;

/// <summary>The index on SQLite: FTS5 without content. A word is a phrase of its pairs; order and paging follow the row id.</summary>
internal static class SqliteIndex
{
    /// <summary>How much is merged at once: writers wait for a few milliseconds.</summary>
    private const int MergedPages = 200;

    public static Task PutAsync(ServiceDb db, string table, long key, List<string> runs, IEnumerable<string> readers, CancellationToken stop)
    {
        var terms = new StringBuilder();
        foreach (var run in runs)
            terms.AppendJoin(' ', Terms.Pairs(run)).Append(' ').Append(Terms.Break).Append(' ');
        foreach (var character in Terms.Characters(runs))
            terms.Append(character).Append(' ').Append(Terms.Break).Append(' ');
#pragma warning disable EF1002 // the table's name is a constant of the program
        return db.Database.ExecuteSqlRawAsync(
            $"INSERT OR REPLACE INTO {table} (rowid, terms, readers) VALUES ({{0}}, {{1}}, {{2}})", [key, terms.ToString(), string.Join(' ', readers)], stop);
#pragma warning restore EF1002
    }

    /// <summary>
    /// Writes a few hundred pages of segments of the index together; false where there were none. Every turn that enters something
    /// leaves a segment, and a search looks for each of its words in all of them.
    /// </summary>
    public static async Task<bool> MergeAsync(ServiceDb db, string table, CancellationToken stop)
    {
        var before = await ChangesAsync(db, stop);
#pragma warning disable EF1002 // the table's name is a constant of the program
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO {table} ({table}, rank) VALUES ('merge', {MergedPages})", stop);
#pragma warning restore EF1002
        // FTS5 counts the command itself as one change, and says in this way only whether it found something to do.
        return await ChangesAsync(db, stop) - before > 1;
    }

    /// <summary>The newest keys below one under which every word and one of the readers stand.</summary>
    public static Task<List<long>> NewestAsync(
        ServiceDb db, string table, IReadOnlyList<string> words, IReadOnlyList<string> readers, long before, int wanted, CancellationToken stop)
    {
        // Words hold letters and digits only and readers are names of the directory: nothing here needs quoting but the quotes.
        var match = string.Join(" AND ", words.Select(w => $"terms : \"{string.Join(' ', Terms.Pairs(w))}\""))
            + $" AND readers : ({string.Join(" OR ", readers.Select(r => $"\"{r}\""))})";
        return db.Database.SqlQueryRaw<long>(
            string.Create(CultureInfo.InvariantCulture, $"SELECT rowid AS Value FROM {table} WHERE {table} MATCH {{0}} AND rowid < {{1}} ORDER BY rowid DESC LIMIT {wanted}"),
            match, before).ToListAsync(stop);
    }

    private static Task<long> ChangesAsync(ServiceDb db, CancellationToken stop) => db.Database.SqlQueryRaw<long>("SELECT total_changes() AS Value").SingleAsync(stop);
}
