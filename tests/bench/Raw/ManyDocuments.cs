namespace Backoffice.Bench.Raw;

/// <summary>Registered documents multiplied: a million are there in minutes, which one by one would take hours.</summary>
internal static class ManyDocuments
{
    private static readonly (string Table, (string Column, Difference Difference)[] Different)[] Tables =
    [
        ("incoming_documents", [("id", Difference.Id), ("order_key", Difference.Number), ("registration_sequence", Difference.Number), ("source", Difference.Text), ("number_key", Difference.Text), ("title_key", Difference.Hash)]),
        ("incoming_document_texts", [("document_id", Difference.Id)]),
        ("incoming_document_readers", [("document_id", Difference.Id), ("order_key", Difference.Number)]),
    ];

    /// <param name="raw">The store, whose documents have places without gaps.</param>
    /// <param name="entries">What they are in the search index.</param>
    /// <param name="copies">How many of each; they take the places behind the originals.</param>
    public static async Task MultiplyAsync(RawStore raw, IReadOnlyList<Statement> entries, int copies)
    {
        // The suite's own document has another number than place; copies would meet.
        await raw.WriteAsync(new Statement("UPDATE incoming_documents SET registration_sequence = order_key", []));
        var rows = new Copies(raw, entries.Count);
        foreach (var (table, different) in Tables)
            await rows.KeepAsync(table, different);
        await rows.MultiplyWithIndexAsync(entries, copies);
    }
}
