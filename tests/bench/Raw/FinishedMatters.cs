using Backoffice.Platform.Storage;

namespace Backoffice.Bench.Raw;

/// <summary>
/// What the document service has written of matters that ended, multiplied in every table but the log of events: a call only
/// appends to it, and it alone would be half of the disk.
/// </summary>
internal static class FinishedMatters
{
    private const string Index = DocumentRows.Index;

    private static readonly (string Table, (string Column, Difference Difference)[] Different)[] Tables =
    [
        ("incoming_documents", [("id", Difference.Id), ("order_key", Difference.Number), ("registration_sequence", Difference.Number), ("number_key", Difference.Text), ("title_key", Difference.Hash)]),
        ("incoming_document_texts", [("document_id", Difference.Id)]),
        ("incoming_document_readers", [("document_id", Difference.Id), ("order_key", Difference.Number)]),
        ("incoming_document_handlings", [("document_id", Difference.Id), ("matter", Difference.Name)]),
        ("matters", [("id", Difference.Id), ("subject", Difference.Name)]),
        ("matter_acts", [("matter_id", Difference.Id)]),
        ("matter_readings", [("matter_id", Difference.Id)]),
        ("audit_entries", [("sequence", Difference.Number), ("resource", Difference.Name)]),
    ];

    /// <param name="raw">The store, with nothing in it but the originals.</param>
    /// <param name="entries">The originals in the search index.</param>
    /// <param name="copies">How many of each original.</param>
    public static async Task MultiplyAsync(RawStore raw, IReadOnlyList<Statement> entries, int copies)
    {
        var rows = new Copies(raw);
        foreach (var (table, different) in Tables)
            await rows.KeepAsync(table, different);
        if (raw.Kind == StoreKind.Sqlite)
        {
            // FTS5 keeps no content that could be read again.
            var original = await rows.KeepAsync(Index, [("rowid", Difference.Number)], $"rowid AS \"rowid\", '' AS terms, '' AS readers");
            await raw.WriteAsync([new Statement($"DELETE FROM {original}", []), .. entries.Select(e => new Statement(e.Sql.Replace(Index, original, StringComparison.Ordinal), e.Values))]);
            await rows.MultiplyAsync(copies);
            return;
        }
        // GIN is built at once, not entry by entry.
        var index = await DocumentRows.DropIndexAsync(raw);
        await rows.KeepAsync(Index, [("id", Difference.Number)]);
        await rows.MultiplyAsync(copies);
        await DocumentRows.IndexAsync(raw, index);
    }
}
