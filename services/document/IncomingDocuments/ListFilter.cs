using System.Globalization;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>The fields a list of documents can be filtered by.</summary>
internal static class ListFilter
{
    public static IQueryable<IncomingDocument> Apply(IQueryable<IncomingDocument> documents, string filter) =>
        Filter.Parse(filter).Aggregate(documents, Apply);

    private static IQueryable<IncomingDocument> Apply(IQueryable<IncomingDocument> documents, Condition condition) => condition.Field switch
    {
        "state" => ByState(documents, condition),
        "genre" => ByGenre(documents, condition),
        "urgency" => ByUrgency(documents, condition),
        "issuer" => ByIssuer(documents, condition),
        "document_number" => ByDocumentNumber(documents, condition),
        "registration_number" => ByRegistrationNumber(documents, condition),
        "issue_date" => ByIssueDate(documents, condition),
        "register_time" => ByRegisterTime(documents, condition),
        _ => throw condition.NotUnderstood(),
    };

    private static IQueryable<IncomingDocument> ByState(IQueryable<IncomingDocument> documents, Condition condition)
    {
        var state = condition.EnumValue<IncomingDocumentState>();
        return condition.IsEquality() ? documents.Where(d => d.State == state) : documents.Where(d => d.State != state);
    }

    private static IQueryable<IncomingDocument> ByGenre(IQueryable<IncomingDocument> documents, Condition condition)
    {
        var genre = condition.EnumValue<DocumentGenre>();
        return condition.IsEquality() ? documents.Where(d => d.Particulars.Genre == genre) : documents.Where(d => d.Particulars.Genre != genre);
    }

    private static IQueryable<IncomingDocument> ByUrgency(IQueryable<IncomingDocument> documents, Condition condition)
    {
        var urgency = condition.EnumValue<Urgency>();
        return condition.IsEquality() ? documents.Where(d => d.Particulars.Urgency == urgency) : documents.Where(d => d.Particulars.Urgency != urgency);
    }

    private static IQueryable<IncomingDocument> ByIssuer(IQueryable<IncomingDocument> documents, Condition condition) => condition.IsEquality()
        ? documents.Where(d => d.Particulars.Issuer == condition.Value)
        : documents.Where(d => d.Particulars.Issuer != condition.Value);

    private static IQueryable<IncomingDocument> ByDocumentNumber(IQueryable<IncomingDocument> documents, Condition condition)
    {
        // By the folded key, so that the form of brackets and blanks does not matter; the key is indexed.
        var key = LikelyDuplicate.NumberKeyOf(condition.Value);
        return condition.IsEquality() ? documents.Where(d => d.NumberKey == key) : documents.Where(d => d.NumberKey != key);
    }

    private static IQueryable<IncomingDocument> ByRegistrationNumber(IQueryable<IncomingDocument> documents, Condition condition) => condition.IsEquality()
        ? documents.Where(d => d.RegistrationNumber == condition.Value)
        : documents.Where(d => d.RegistrationNumber != condition.Value);

    private static IQueryable<IncomingDocument> ByIssueDate(IQueryable<IncomingDocument> documents, Condition condition)
    {
        if (!DateOnly.TryParseExact(condition.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw condition.NotUnderstood();
        return condition.Operator switch
        {
            "=" => documents.Where(d => d.Particulars.IssueDate == day),
            "!=" => documents.Where(d => d.Particulars.IssueDate != day),
            "<" => documents.Where(d => d.Particulars.IssueDate < day),
            "<=" => documents.Where(d => d.Particulars.IssueDate <= day),
            ">" => documents.Where(d => d.Particulars.IssueDate > day),
            _ => documents.Where(d => d.Particulars.IssueDate >= day),
        };
    }

    private static IQueryable<IncomingDocument> ByRegisterTime(IQueryable<IncomingDocument> documents, Condition condition)
    {
        if (!DateTimeOffset.TryParse(condition.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw condition.NotUnderstood();
        return condition.Operator switch
        {
            "=" => documents.Where(d => d.RegisterTime == time),
            "!=" => documents.Where(d => d.RegisterTime != time),
            "<" => documents.Where(d => d.RegisterTime < time),
            "<=" => documents.Where(d => d.RegisterTime <= time),
            ">" => documents.Where(d => d.RegisterTime > time),
            _ => documents.Where(d => d.RegisterTime >= time),
        };
    }
}
