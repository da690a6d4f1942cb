using Microsoft.EntityFrameworkCore.Migrations;

namespace Backoffice.Platform.Storage;

/// <summary>Makes what the model cannot describe; called from the services' migrations.</summary>
public static class OverlapMigration
{
    /// <summary>
    /// Lets the database itself refuse rows of one resource that overlap, as half-open intervals of UTC ticks, unless they are
    /// cancelled. Services refuse such rows before; this holds when one of them is wrong.
    /// </summary>
    public static void ForbidOverlap(this MigrationBuilder migration, string table, string resourceColumn, string startColumn, string endColumn, string cancelledColumn)
    {
        if (migration.IsSqlite())
            ForbidOnSqlite(migration, table, resourceColumn, startColumn, endColumn, cancelledColumn);
        else
            ForbidOnPostgres(migration, table, resourceColumn, startColumn, endColumn, cancelledColumn);
    }

    /// <remarks>
    /// The extension belongs to the database and not to the schema of the service that happened to come first: its schema may
    /// go, and the others' constraints would go with it. IF NOT EXISTS does not keep two services that start together apart,
    /// hence the lock, which lasts to the end of the migration's transaction.
    /// </remarks>
    private static void ForbidOnPostgres(MigrationBuilder migration, string table, string resource, string start, string end, string cancelled) => migration.Sql($"""
        SELECT pg_advisory_xact_lock(hashtext('btree_gist'));
        CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
        ALTER TABLE {table}
            ADD CONSTRAINT {table}_no_overlap EXCLUDE USING gist ({resource} WITH =, int8range({start}, {end}) WITH &&) WHERE (NOT {cancelled}),
            ADD CONSTRAINT {table}_interval CHECK ({start} < {end});
        """);

    /// <remarks>
    /// Rows kept apart so far end in the order in which they start, so of those that start before the new one's end only the
    /// last can reach into it: one step in an index on resource and start, however many rows there are.
    /// </remarks>
    private static void ForbidOnSqlite(MigrationBuilder migration, string table, string resource, string start, string end, string cancelled)
    {
        foreach (var (trigger, moment, others) in ((string, string, string)[])
            [("insert", "INSERT", ""), ("update", $"UPDATE OF {resource}, {start}, {end}, {cancelled}", "AND rowid <> OLD.rowid")])
        {
            migration.Sql($"""
                CREATE TRIGGER {table}_no_overlap_{trigger} BEFORE {moment} ON {table} BEGIN
                    SELECT RAISE(ABORT, '{table}_interval') WHERE NEW.{start} >= NEW.{end};
                    SELECT RAISE(ABORT, '{table}_no_overlap') WHERE NOT NEW.{cancelled} AND NEW.{start} < (
                        SELECT {end} FROM {table}
                        WHERE {resource} = NEW.{resource} AND NOT {cancelled} AND {start} < NEW.{end} {others}
                        ORDER BY {start} DESC LIMIT 1);
                END;
                """);
        }
    }
}
