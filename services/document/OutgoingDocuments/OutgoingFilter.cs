using Backoffice.Document.V1;
using Backoffice.Platform.Paging;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>The fields a list of outgoing documents can be filtered by.</summary>
internal static class OutgoingFilter
{
    public static IQueryable<OutgoingDocument> Apply(IQueryable<OutgoingDocument> documents, string filter) =>
        Filter.Parse(filter).Aggregate(documents, Apply);

    private static IQueryable<OutgoingDocument> Apply(IQueryable<OutgoingDocument> documents, Condition condition)
    {
        var equal = condition.IsEquality();
        switch (condition.Field)
        {
            case "state":
                var state = condition.EnumValue<OutgoingDocumentState>();
                return documents.Where(d => (d.State == state) == equal);
            case "genre":
                var genre = condition.EnumValue<DocumentGenre>();
                return documents.Where(d => (d.Draft.Genre == genre) == equal);
            case "direction":
                var direction = condition.EnumValue<RoutingDirection>();
                return documents.Where(d => (d.Draft.Direction == direction) == equal);
            case "document_number":
                return equal ? documents.Where(d => d.DocumentNumber == condition.Value) : documents.Where(d => d.DocumentNumber != condition.Value);
            case "unit":
                return documents.Where(d => (d.Unit == condition.Value) == equal);
            default:
                throw condition.NotUnderstood();
        }
    }
}
