using Microsoft.EntityFrameworkCore.Migrations;

namespace Backoffice.Platform.Search;

/// <summary>Makes what the model cannot describe; called from the services' migrations.</summary>
public static class TextIndexMigration
{
    /// <summary>Creates a text index.</summary>
    public static void CreateTextIndex(this MigrationBuilder migration, string table)
    {
        if (migration.IsSqlite())
        {
            migration.Sql($"""CREATE VIRTUAL TABLE {table} USING fts5 (terms, readers, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '_/-'");""");
            return;
        }
        migration.Sql($"""
            CREATE TABLE {table} (id bigint PRIMARY KEY, terms text[] NOT NULL, folded text NOT NULL);
            CREATE INDEX ix_{table}_terms ON {table} USING gin (terms);
            """);
    }

    /// <summary>
    /// Lets the index on PostgreSQL find the entries of a block of neighbouring keys, so that a common word is not looked for
    /// in all of them. FTS5 walks by key as it is, so that SQLite has no such migration.
    /// </summary>
    public static void IndexTextByBlocks(this MigrationBuilder migration, string table) => migration.Sql($"""
        CREATE INDEX ix_{table}_terms_blocks ON {table} USING gin (terms, ({PostgresIndex.Blocks}));
        DROP INDEX ix_{table}_terms;
        """);

    /// <summary>Undoes it.</summary>
    public static void IndexTextWithoutBlocks(this MigrationBuilder migration, string table) => migration.Sql($"""
        CREATE INDEX ix_{table}_terms ON {table} USING gin (terms);
        DROP INDEX ix_{table}_terms_blocks;
        """);

    /// <summary>
    /// Keeps terms and text of entries on PostgreSQL beside their table, which then is small enough to stay in memory: a search
    /// asks of thousands of entries only whether they are there. It holds for entries written from now on; rewriting all
    /// that exist would keep an office with many documents waiting, and they are found as before.
    /// </summary>
    public static void KeepTextBesideIndex(this MigrationBuilder migration, string table) =>
        migration.Sql($"ALTER TABLE {table} SET (toast_tuple_target = {SmallestRow});");

    /// <summary>Undoes it.</summary>
    public static void KeepTextWithinIndex(this MigrationBuilder migration, string table) =>
        migration.Sql($"ALTER TABLE {table} RESET (toast_tuple_target);");

    /// <summary>
    /// Lets <see cref="TextIndex.TidyAsync"/> merge any two segments of a size in SQLite's index; FTS5 would leave three of each.
    /// </summary>
    public static void MergeTextIndexFully(this MigrationBuilder migration, string table) =>
        migration.Sql($"INSERT INTO {table} ({table}, rank) VALUES ('usermerge', 2);");

    /// <summary>Undoes it.</summary>
    public static void MergeTextIndexAsBefore(this MigrationBuilder migration, string table) =>
        migration.Sql($"INSERT INTO {table} ({table}, rank) VALUES ('usermerge', 4);");

    /// <summary>The smallest size of a row, in bytes, that PostgreSQL aims at.</summary>
    private const int SmallestRow = 128;
}
