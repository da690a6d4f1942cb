using Microsoft.EntityFrameworkCore.Migrations;

namespace Backoffice.Platform.Storage;

/// <summary>Makes what the model cannot describe; called from the services' migrations.</summary>
public static class LedgerMigration
{
    /// <summary>Lets the database itself refuse to change or remove rows of the event log and the audit trail.</summary>
    public static void ProtectLedgers(this MigrationBuilder migration)
    {
        var sqlite = migration.IsSqlite();
        if (!sqlite)
            migration.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        foreach (var table in (string[])["events", "audit_entries"])
        {
            if (sqlite)
                migration.Sql($"""
                    CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
                    CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
                    """);
            else
                migration.Sql($"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
        }
    }
}
