using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Publications;

/// <summary>The rpcs of publication; one file each.</summary>
internal sealed partial class PublicationService(DocumentDb db, Caller caller, OfficeClock clock) : V1.PublicationService.PublicationServiceBase
{
    private Task<List<PublicationReview>> ReviewsAsync(OutgoingDocument document, CancellationToken stop) =>
        db.PublicationReviews.Where(r => r.DocumentId == document.Id).ToListAsync(stop);

    /// <summary>What was said of a thing as it is; null when nothing was.</summary>
    private static PublicationReview? Standing(PublishedThing thing, IEnumerable<PublicationReview> reviews) =>
        reviews.FirstOrDefault(r => r.Item == thing.Item && r.Sha256 == thing.Sha256);

    private async Task<PublicationRecord> RecordOfAsync(OutgoingDocument document, IReadOnlyList<PublicationReview> reviews, IEnumerable<Publication> further, CancellationToken stop)
    {
        var published = await db.Publications.AsNoTracking().Where(p => p.DocumentId == document.Id).ToListAsync(stop);
        var things = PublishedThing.Of(document).Select(t => (Thing: t, Review: Standing(t, reviews))).ToList();
        return new PublicationRecord
        {
            Name = document.Name,
            Items = { things.Select(t => ToProto(t.Thing, t.Review)) },
            Reviewed = things.All(t => t.Review?.Passed == true),
            Publications = { published.Concat(further).OrderBy(p => p.PublishTime).ThenBy(p => p.Id).Select(p => p.ToProto()) },
        };
    }

    private static PublicationItem ToProto(PublishedThing thing, PublicationReview? review) => new()
    {
        Item = thing.Item,
        DisplayName = thing.DisplayName,
        Passed = review?.Passed ?? false,
        Note = review?.Note ?? "",
        Person = review?.Person ?? "",
        Time = review is null ? null : Timestamp.FromDateTimeOffset(review.Time),
    };
}
