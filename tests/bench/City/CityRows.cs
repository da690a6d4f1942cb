using Backoffice.Bench.Raw;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Bench.City;

/// <summary>Pours the rows of one document after another, those of its matter, its line in the search index and its lines in inboxes among them.</summary>
internal sealed class CityRows(StoreKind kind, MatterMoulds moulds)
{
    private readonly Mould _document = moulds["incoming_documents"][0];
    private readonly ActSeals? _seals = moulds.HasMatter ? new(moulds["matter_acts"][0]) : null;

    /// <summary>Adds the document's rows to those of their tables.</summary>
    /// <param name="order">Its place in lists, and in the search index.</param>
    public void Add(CityBatch batch, Cast cast, CityPaper paper, long order, RegistrationNumber number)
    {
        var printed = paper.Printed;
        var document = Register(cast, printed, order, number);
        batch["incoming_documents"].Add(document);
        batch["incoming_document_texts"].Add(With(moulds["incoming_document_texts"][0], cast, ("body", paper.Body)));
        foreach (var mould in moulds["incoming_document_readers"])
            batch["incoming_document_readers"].Add(With(mould, cast, ("order_key", order), ("issue_day", mould.Number("issue_day", printed.IssueDate!.Value.DayNumber))));
        foreach (var mould in moulds["incoming_document_handlings"])
            batch["incoming_document_handlings"].Add(mould.Pour(cast));
        AddMatter(batch, cast);
        batch[DocumentRows.Index].Add(Entry(batch, paper, order, number));
        foreach (var mould in moulds["inbox_matters"])
            batch["inbox_matters"].Add(With(mould, cast, ("title", printed.Title), ("subject_number", printed.DocumentNumber)));
        foreach (var mould in moulds["inbox_entries"])
            batch["inbox_entries"].Add(mould.Pour(cast));
    }

    private object?[] Register(Cast cast, Particulars printed, long order, RegistrationNumber number) => With(
        _document,
        cast,
        ("order_key", order),
        ("registration_year", _document.Number("registration_year", number.Year)),
        ("registration_sequence", number.Sequence),
        ("registration_number", number.ToString()),
        ("title", printed.Title),
        ("issuer", printed.Issuer),
        ("document_number", printed.DocumentNumber),
        ("issue_date", kind == StoreKind.Sqlite ? printed.IssueDate!.Value.ToString("yyyy-MM-dd") : printed.IssueDate!.Value),
        ("genre", printed.Genre.ToString()),
        ("main_recipients", printed.MainRecipients),
        ("duplicate_key", LikelyDuplicate.DuplicateKeyOf(printed)),
        ("number_key", LikelyDuplicate.NumberKeyOf(printed.DocumentNumber)),
        ("title_key", LikelyDuplicate.TitleKeyOf(printed)),
        ("subject_key", LikelyDuplicate.SubjectKeyOf(printed)));

    private void AddMatter(CityBatch batch, Cast cast)
    {
        var seal = "";
        foreach (var mould in moulds["matter_acts"])
        {
            var act = mould.Pour(cast);
            seal = _seals!.Seal(act, cast.Matter, seal);
            batch["matter_acts"].Add(act);
        }
        foreach (var mould in moulds["matters"])
            batch["matters"].Add(With(mould, cast, ("seal", seal)));
        foreach (var mould in moulds["matter_readings"])
            batch["matter_readings"].Add(mould.Pour(cast));
    }

    private object?[] Entry(CityBatch batch, CityPaper paper, long order, RegistrationNumber number)
    {
        var readers = batch["incoming_document_readers"].TakeLast(moulds["incoming_document_readers"].Count);
        var principal = moulds["incoming_document_readers"][0].Place("principal");
        var printed = paper.Printed;
        return DocumentRows.EntryOf(kind, [printed.Title, printed.DocumentNumber, number.ToString(), printed.Issuer, paper.Body], order, [.. readers.Select(r => (string)r[principal]!)]);
    }

    private static object?[] With(Mould mould, Cast cast, params ReadOnlySpan<(string Column, object? Value)> different)
    {
        var row = mould.Pour(cast);
        foreach (var (column, value) in different)
            row[mould.Place(column)] = value;
        return row;
    }
}
