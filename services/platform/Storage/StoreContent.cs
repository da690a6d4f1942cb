using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Backoffice.Platform.Storage;

/// <summary>What a whole store holds, so that a copy of it can be compared: where its ledgers end, and how many rows each table has.</summary>
/// <param name="Migration">The last change of its tables.</param>
/// <param name="Events">The last event's sequence.</param>
/// <param name="Audits">The last audit entry's sequence.</param>
/// <param name="AuditHash">The hash that seals the audit trail up to it, in lower-case hexadecimal.</param>
/// <param name="Rows">Rows by table.</param>
public sealed record StoreContent(string Migration, long Events, long Audits, string AuditHash, IReadOnlyDictionary<string, long> Rows)
{
    /// <summary>Reads it, within the transaction that the context uses where there is one.</summary>
    public static async Task<StoreContent> OfAsync(ServiceDb db, CancellationToken stop)
    {
        var head = await db.LedgerHeads.AsNoTracking().SingleAsync(stop);
        var migration = (await db.Database.GetAppliedMigrationsAsync(stop)).Last();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null).DistinctBy(t => t.GetTableName()))
            rows[table.GetTableName()!] = await CountAsync(db, table, stop);
        return new StoreContent(migration, head.EventSequence, head.AuditSequence, Convert.ToHexStringLower(head.AuditHash), rows);
    }

    /// <summary>What differs from another, in words; empty where nothing does.</summary>
    public IEnumerable<string> DifferencesFrom(StoreContent other)
    {
        if (Migration != other.Migration)
            yield return $"its tables are of {Migration}, not of {other.Migration}";
        if ((Events, Audits) != (other.Events, other.Audits))
            yield return $"it ends with event {Events} and audit entry {Audits}, not with {other.Events} and {other.Audits}";
        if (AuditHash != other.AuditHash)
            yield return "its audit trail is another one";
        foreach (var table in Rows.Keys.Union(other.Rows.Keys).Order(StringComparer.Ordinal))
        {
            if (Rows.GetValueOrDefault(table, -1) is var here && other.Rows.GetValueOrDefault(table, -1) is var there && here != there)
                yield return $"{table} has {here} rows, not {there}";
        }
    }

    private static Task<long> CountAsync(ServiceDb db, IEntityType table, CancellationToken stop)
    {
        var name = db.Database.GetService<ISqlGenerationHelper>().DelimitIdentifier(table.GetTableName()!, table.GetSchema());
#pragma warning disable EF1002 // the table's name is the model's, quoted by the provider
        return db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM {name}").SingleAsync(stop);
#pragma warning restore EF1002
    }
}
