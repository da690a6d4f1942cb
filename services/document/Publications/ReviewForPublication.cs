using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Grpc.Core;

namespace Backoffice.Document.Publications;

internal sealed partial class PublicationService
{
    public override async Task<ReviewForPublicationResponse> ReviewForPublication(ReviewForPublicationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, stop);
        document.ExpectState("公开审查", OutgoingDocumentState.Dispatched);
        document.ExpectInForce();
        var (things, reviews) = (PublishedThing.Of(document), await ReviewsAsync(document, stop));
        foreach (var item in request.Items)
        {
            var thing = things.SingleOrDefault(t => t.Item == item.Item) ?? throw DocumentErrors.ItemNotFound(document.Name, item.Item);
            if (reviews.Find(r => r.Item == thing.Item) is { } before)
                (before.Sha256, before.Passed, before.Note, before.Person, before.Time) = (thing.Sha256, item.Passed, item.Note, caller.Actor, clock.Now);
            else
                reviews.Add(db.PublicationReviews.Add(new PublicationReview { DocumentId = document.Id, Item = thing.Item, Sha256 = thing.Sha256, Passed = item.Passed, Note = item.Note, Person = caller.Actor, Time = clock.Now }).Entity);
        }
        return await turn.CommitAsync(new ReviewForPublicationResponse { PublicationRecord = await RecordOfAsync(document, reviews, [], stop) });
    }
}
