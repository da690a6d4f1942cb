namespace Backoffice.Bench.Raw;

/// <summary>
/// What the document service has written of matters that ended, multiplied in every table but the log of events: a call only
/// appends to it, and it alone would be half of the disk.
/// </summary>
internal static class FinishedMatters
{
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
        await rows.MultiplyWithIndexAsync(entries, copies);
    }
}
