using System.Globalization;
using Backoffice.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Search;

/// <summary>
/// The index on PostgreSQL: an array of pairs, characters and readers under GIN finds candidates, and the folded text
/// decides, because an array does not know which pairs are neighbours. Candidates are asked for block by block of
/// neighbouring keys, newest first: GIN answers with all it has or nothing, and of a common word that is the whole archive.
/// </summary>
internal static class PostgresIndex
{
    /// <summary>The blocks a key lies in, the smallest first, as the index knows them beside the terms: of 4,096 keys to 1,048,576.</summary>
    public const string Blocks = "ARRAY[(id >> 12) * 8, (id >> 14) * 8 + 1, (id >> 16) * 8 + 2, (id >> 18) * 8 + 3, (id >> 20) * 8 + 4]";

    private static readonly int[] Sizes = [12, 14, 16, 18, 20];

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

    /// <summary>The newest keys below one under which every word and one of the readers stand.</summary>
    public static Task<List<long>> NewestAsync(
        ServiceDb db, string table, IReadOnlyList<string> words, IReadOnlyList<string> readers, long before, int wanted, CancellationToken stop) =>
        db.PlannedForValuesAsync(() => new Walk(db, table, words, readers).NewestAsync(before, wanted, stop), stop);

    /// <summary>One search, walking from the newest key to older ones in strides as long as the word is rare.</summary>
    private sealed class Walk(ServiceDb db, string table, IReadOnlyList<string> words, IReadOnlyList<string> readers)
    {
        private readonly string[] _pairs = [.. words.SelectMany(Terms.Pairs).Distinct()];

        // A word of one or two characters is itself a term; only longer ones need the text.
        private readonly string[] _longer = [.. words.Where(w => Terms.Pairs(w).Count > 1)];

        private readonly string[] _readers = [.. readers];

        /// <summary>The newest keys below one, as many as are wanted or as there are.</summary>
        public async Task<List<long>> NewestAsync(long before, int wanted, CancellationToken stop)
        {
            var (oldest, newest) = await EndsAsync(stop);
            var top = Math.Min(before, newest + 1);
            var (found, above) = (new List<long>(), top);
            for (var size = 0; size >= 0 && found.Count < wanted && above > oldest; size = Stride(size, found.Count, top - above, wanted))
            {
                // The block of the next key and its older neighbour, so that a block just begun is not a stride of its own.
                var block = (above - 1) >> Sizes[size];
                found.AddRange(await WithinAsync([(block * 8) + size, ((block - 1) * 8) + size], above, wanted - found.Count, stop));
                above = (block - 1) << Sizes[size];
            }
            if (found.Count < wanted && above > oldest)
                found.AddRange(await WithinAsync([], above, wanted - found.Count, stop));
            return found;
        }

        /// <summary>The smallest larger block that should hold what is still wanted, to which its neighbour is the reserve; -1 where none does and all is looked at.</summary>
        private static int Stride(int last, int found, long walked, int wanted) =>
            Array.FindIndex(Sizes, last + 1, size => (double)found / walked * (1L << size) >= wanted - found);

#pragma warning disable EF1002 // the table's name is a constant of the program
        private async Task<(long Oldest, long Newest)> EndsAsync(CancellationToken stop)
        {
            var ends = await db.Database.SqlQueryRaw<long>(
                $"(SELECT id AS \"Value\" FROM {table} ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM {table} ORDER BY id DESC LIMIT 1)").ToListAsync(stop);
            return ends.Count > 0 ? (ends.Min(), ends.Max()) : (0, -1);
        }
#pragma warning restore EF1002

        /// <summary>The newest keys below one within some blocks, or anywhere where none are given.</summary>
        private Task<List<long>> WithinAsync(long[] blocks, long above, int wanted, CancellationToken stop)
        {
            // What is asked of the index stands alone, lest the planner walk over all keys and read their terms one by one;
            // the text is read last, and of no more candidates than are wanted.
            var within = blocks.Length > 0 ? $"AND {Blocks} && {{2}}" : "";
            var holds = _longer.Length > 0 ? "WHERE NOT EXISTS (SELECT 1 FROM unnest({4}) AS word WHERE strpos(folded, word) = 0)" : "";
            var sql = $$"""
                WITH candidates AS MATERIALIZED (SELECT id, folded FROM {{table}} WHERE terms @> {0} AND terms && {1} {{within}})
                SELECT id AS "Value" FROM (SELECT id, folded FROM candidates WHERE id < {3} ORDER BY id DESC OFFSET 0) AS newest
                {{holds}} LIMIT {{wanted.ToString(CultureInfo.InvariantCulture)}}
                """;
            return db.Database.SqlQueryRaw<long>(sql, _pairs, _readers, blocks, above, _longer).ToListAsync(stop);
        }
    }
}
