using System.Globalization;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Search;

/// <summary>
/// The index on PostgreSQL: an array of pairs, characters and readers under GIN finds candidates, and the folded text
/// decides, because an array does not know which pairs are neighbours.
/// </summary>
internal static class PostgresIndex
{
    public static Task PutAsync(ServiceDb db, string table, long key, List<string> runs, IEnumerable<string> readers, CancellationToken stop)
    {
        var terms = runs.SelectMany(Terms.Pairs).Concat(Terms.Characters(runs)).Concat(readers).Distinct().ToArray();
        var text = string.Join(Terms.Break, runs);
#pragma warning disable EF1002 // the table's name is a constant of the program
        return db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO {table} (id, terms, folded) VALUES ({{0}}, {{1}}, {{2}}) ON CONFLICT (id) DO UPDATE SET terms = excluded.terms, folded = excluded.folded",
            [key, terms, text], stop);
#pragma warning restore EF1002
    }

    public static async Task<Found> FindAsync(
        ServiceDb db, string table, IReadOnlyList<string> words, IReadOnlyList<string> readers, long before, int take, int countTo, CancellationToken stop)
    {
        var pairs = words.SelectMany(Terms.Pairs).Distinct().ToArray();
        // A word of one or two characters is itself a term; only longer ones need the text.
        var longer = words.Where(w => Terms.Pairs(w).Count > 1).ToArray();
        var where = "terms @> {0} AND terms && {1}" + (longer.Length > 0 ? " AND NOT EXISTS (SELECT 1 FROM unnest({2}) AS word WHERE strpos(folded, word) = 0)" : "");
        var keys = await db.Database.SqlQueryRaw<long>(
            string.Create(CultureInfo.InvariantCulture, $"SELECT id AS \"Value\" FROM {table} WHERE {where} AND id < {{3}} ORDER BY id DESC LIMIT {take}"),
            pairs, readers.ToArray(), longer, before).ToListAsync(stop);
        if (countTo == 0)
            return new Found(keys, 0, false);
        var counted = (await db.Database.SqlQueryRaw<long>(
            string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM {table} WHERE {where} LIMIT {countTo + 1}) AS counted"),
            pairs, readers.ToArray(), longer).ToListAsync(stop))[0];
        return new Found(keys, (int)Math.Min(counted, countTo), counted > countTo);
    }
}
