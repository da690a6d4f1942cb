using System.Security.Cryptography;
using Backoffice.Document.V1;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Google.Protobuf;

namespace Backoffice.Bench.Raw;

/// <summary>The rows of one registered document, as the suite writes them.</summary>
internal sealed class DocumentRows
{
    public const string Index = "incoming_document_index";

    private readonly RawStore _raw;
    private readonly RowForm _document, _text, _event, _audit, _kept;
    private readonly RowForm _reader;

    private DocumentRows(RawStore raw, RowForm[] forms) =>
        (_raw, _document, _text, _reader, _event, _audit, _kept) = (raw, forms[0], forms[1], forms[2], forms[3], forms[4], forms[5]);

    /// <summary>Learns the rows from a document that was registered with a request id.</summary>
    public static async Task<DocumentRows> LearnAsync(RawStore raw)
    {
        var forms = new List<RowForm>();
        foreach (var table in (string[])["incoming_documents", "incoming_document_texts", "incoming_document_readers", "events", "audit_entries", "kept_answers"])
            forms.Add(await raw.FormOfAsync(table));
        return new DocumentRows(raw, [.. forms]);
    }

    /// <summary>The document itself: particulars, text, readers, and its entry in the search index.</summary>
    public IEnumerable<Statement> Of(IncomingDocument sent, long order, params IReadOnlyList<string> readers)
    {
        var id = _raw.Key(Guid.CreateVersion7());
        yield return _document.With(
            ("id", id), ("order_key", order), ("registration_sequence", order), ("registration_number", $"2026-{order}"), ("source", $"limit/{order}"),
            ("title", sent.Title), ("document_number", sent.DocumentNumber), ("issuer", sent.Issuer), ("main_recipients", sent.MainRecipients),
            ("number_key", sent.DocumentNumber), ("title_key", RandomNumberGenerator.GetHexString(64, lowercase: true)));
        yield return _text.With(("document_id", id), ("body", sent.Body));
        foreach (var reader in readers)
            yield return _reader.With(("document_id", id), ("principal", reader), ("order_key", order));
        yield return Entry(sent, order, readers);
    }

    /// <summary>What goes with every change: the event, the audit entry, and the answer kept for a repeat.</summary>
    public IEnumerable<Statement> LedgersOf(IncomingDocument sent, long sequence, bool kept)
    {
        yield return _event.With(("sequence", sequence));
        // The chain's hash is the suite's own affair; a limit may write any.
        yield return _audit.With(("sequence", sequence), ("hash", SHA256.HashData(BitConverter.GetBytes(sequence))));
        if (kept)
            yield return _kept.With(("request_id", _raw.Key(Guid.NewGuid())), ("answer", sent.ToByteArray()));
    }

    /// <summary>The rows every registration changes: two rows of numbers, and the ends of the ledgers.</summary>
    public static IEnumerable<Statement> Numbers()
    {
        yield return new Statement("UPDATE counters SET last = last + 1 WHERE name = $1", ["limit/order"]);
        yield return new Statement("UPDATE counters SET last = last + 1 WHERE name = $1", ["limit/register"]);
        yield return new Statement("UPDATE ledger_heads SET event_sequence = event_sequence, audit_sequence = audit_sequence WHERE id = 1", []);
    }

    /// <summary>Takes the index of terms away on PostgreSQL, where it is built at once after a bulk and not entry by entry; how it was made.</summary>
    public static async Task<string> DropIndexAsync(RawStore raw)
    {
        var index = (await raw.ReadAsync("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = $1 AND indexdef LIKE '%USING gin%'", Index)).Single();
        await raw.WriteAsync(new Statement($"DROP INDEX {index[0]}", []));
        return (string)index[1]!;
    }

    /// <summary>Makes it again, and lets the planner look at what there is now.</summary>
    public static Task IndexAsync(RawStore raw, string definition) =>
        raw.WriteAsync(new Statement("SET LOCAL maintenance_work_mem = '1GB'", []), new Statement(definition, []), new Statement("ANALYZE", []));

    /// <summary>Its entry in the search index: key and terms, with the readers among the terms on PostgreSQL.</summary>
    public Statement Entry(IncomingDocument sent, long order, IReadOnlyList<string> readers) => new(
        $"INSERT INTO {Index} ({string.Join(", ", EntryColumns(_raw.Kind))}) VALUES ($1, $2, $3)",
        EntryOf(_raw.Kind, [sent.Title, sent.DocumentNumber, $"2026-{order}", sent.Issuer, sent.Body], order, readers));

    public static string[] EntryColumns(StoreKind kind) => kind == StoreKind.Sqlite ? ["rowid", "terms", "readers"] : ["id", "terms", "folded"];

    /// <summary>The values of an entry.</summary>
    public static object?[] EntryOf(StoreKind kind, IReadOnlyList<string> texts, long order, IReadOnlyList<string> readers)
    {
        var runs = texts.SelectMany(Terms.Runs).ToList();
        if (kind == StoreKind.Sqlite)
        {
            var phrases = runs.Select(r => string.Join(' ', Terms.Pairs(r))).Concat(Terms.Characters(runs));
            return [order, string.Join(" _ ", phrases), string.Join(' ', readers)];
        }
        var terms = runs.SelectMany(Terms.Pairs).Concat(Terms.Characters(runs)).Concat(readers).Distinct().ToArray();
        return [order, terms, string.Join(Terms.Break, runs)];
    }
}
