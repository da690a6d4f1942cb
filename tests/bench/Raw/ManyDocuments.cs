using Backoffice.Bench.Texts;
using Backoffice.Testing;

namespace Backoffice.Bench.Raw;

/// <summary>Registered documents multiplied: a million are there in minutes, which one by one would take hours.</summary>
internal static class ManyDocuments
{
    /// <summary>Documents entered one by one; the rest are their rows once more.</summary>
    private const int Originals = 2 * Documents.Different;

    private static readonly (string Table, (string Column, Difference Difference)[] Different)[] Tables =
    [
        ("incoming_documents", [("id", Difference.Id), ("order_key", Difference.Number), ("registration_sequence", Difference.Number), ("source", Difference.Text), ("number_key", Difference.Text), ("title_key", Difference.Hash)]),
        ("incoming_document_texts", [("document_id", Difference.Id)]),
        ("incoming_document_readers", [("document_id", Difference.Id), ("order_key", Difference.Number)]),
    ];

    /// <summary>Fills a register in which one document was registered by the suite, with a request id: nearly half of it the clerk may see.</summary>
    /// <param name="raw">The store.</param>
    /// <param name="rows">Learnt from that one.</param>
    /// <param name="documents">What is registered, that one first.</param>
    /// <param name="first">The place of the first in the register.</param>
    /// <param name="count">How many there are to be.</param>
    public static async Task FillAsync(RawStore raw, DocumentRows rows, Documents documents, int first, int count)
    {
        await raw.WriteAsync([.. Enumerable.Range(1, Originals - 1).SelectMany(n => rows.Of(documents.At(n), n + first, ReadersOf(n)))]);
        await Eventually.TrueAsync(async () => await raw.NumberAsync("SELECT count(*) FROM incoming_documents WHERE NOT is_indexed") == 0);
        var entries = Enumerable.Range(0, Originals).Select(n => rows.Entry(documents.At(n), n + first, ReadersOf(n))).ToList();
        await MultiplyAsync(raw, entries, (count / Originals) - 1);
        if (await raw.NumberAsync("SELECT count(*) FROM incoming_documents") is var kept && kept != count)
            throw new InvalidOperationException($"There are {kept} documents instead of {count}.");
    }

    /// <summary>The clerk may see each text but the hidden ones every other time: who may see a document and what is in it are not the same question.</summary>
    private static string[] ReadersOf(int n) =>
        [n % Documents.Different < Documents.Different - Documents.Hidden && n / Documents.Different % 2 == 0 ? Office.OfficeUnit : Office.SectionUnit, Office.LeadersUnit];

    /// <param name="raw">The store, whose documents have places without gaps.</param>
    /// <param name="entries">What they are in the search index.</param>
    /// <param name="copies">How many of each; they take the places behind the originals.</param>
    private static async Task MultiplyAsync(RawStore raw, IReadOnlyList<Statement> entries, int copies)
    {
        // The suite's own document has another number than place; copies would meet.
        await raw.WriteAsync(new Statement("UPDATE incoming_documents SET registration_sequence = order_key", []));
        var rows = new Copies(raw, entries.Count);
        foreach (var (table, different) in Tables)
            await rows.KeepAsync(table, different);
        await rows.MultiplyWithIndexAsync(entries, copies);
    }
}
