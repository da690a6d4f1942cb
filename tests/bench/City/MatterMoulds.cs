using Backoffice.Bench.Raw;

namespace Backoffice.Bench.City;

/// <summary>Every row that the services keep of one document and its finished matter, where it was handled, as moulds.</summary>
internal sealed class MatterMoulds
{
    /// <summary>Tables of the document service, parents before children, and which of their rows belong to a document ($1) or its matter ($2).</summary>
    public static readonly (string Table, string Where)[] OfDocuments =
    [
        ("incoming_documents", "id = $1"),
        ("incoming_document_texts", "document_id = $1"),
        ("incoming_document_readers", "document_id = $1 ORDER BY principal"),
        ("incoming_document_handlings", "document_id = $1"),
        ("matters", "id = $2"),
        ("matter_acts", "matter_id = $2 ORDER BY number"),
        ("matter_readings", "matter_id = $2 ORDER BY number"),
    ];

    /// <summary>The audit trail's, of the document's name ($1) and of the matter's ($2).</summary>
    public const string Audit = "audit_entries";

    /// <summary>Tables of the coordination service, of the matter by its name there ($1).</summary>
    public static readonly (string Table, string Where)[] OfInboxes = [("inbox_matters", "name = $1"), ("inbox_entries", "matter = $1 ORDER BY number")];

    private readonly Dictionary<string, IReadOnlyList<Mould>> _moulds = [];

    public IReadOnlyList<Mould> this[string table] => _moulds[table];

    /// <summary>False of a document that was registered and no more.</summary>
    public bool HasMatter => Acts > 0;

    /// <summary>How many steps the matter took.</summary>
    public int Acts => this["matter_acts"].Count;

    public static async Task<MatterMoulds> LearnAsync(RawStore documents, RawStore inboxes, Original original)
    {
        var moulds = new MatterMoulds();
        var (document, matter) = (documents.Key(original.Document), documents.Key(original.Matter));
        foreach (var (table, where) in OfDocuments)
            await moulds.LearnAsync(documents, table, where, original, where.Contains("$1", StringComparison.Ordinal) ? document : matter);
        await moulds.LearnAsync(documents, Audit, "resource IN ($1, $2) ORDER BY sequence", original, $"incomingDocuments/{original.Document}", $"matters/{original.Matter}");
        foreach (var (table, where) in OfInboxes)
            await moulds.LearnAsync(inboxes, table, where, original, $"document/matters/{original.Matter}");
        return moulds;
    }

    private async Task LearnAsync(RawStore raw, string table, string where, Original original, params object?[] values)
    {
        var columns = (await raw.FormOfAsync(table)).Columns.ToArray();
        var rows = await raw.ReadAsync($"SELECT * FROM {table} WHERE {where.Replace("$2", values.Length > 1 ? "$2" : "$1", StringComparison.Ordinal)}", values);
        _moulds[table] = [.. rows.Select(r => new Mould(columns, r, original))];
    }
}
