using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Grpc.Core;

namespace Backoffice.Document.Publications;

internal sealed partial class PublicationService
{
    public override async Task<RecordPublicationResponse> RecordPublication(RecordPublicationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await db.GetOutgoingAsync(request.Name, caller, stop);
        document.ExpectState("公开", OutgoingDocumentState.Dispatched);
        document.ExpectInForce();
        var reviews = await ReviewsAsync(document, stop);
        var items = PublishedThing.Of(document).Select(t => (t.DisplayName, Standing(t, reviews)?.Passed));
        if (PublicationRules.Check(document.Secrecy, items).ToList() is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
        var time = request.PublishTime.ToDateTimeOffset();
        if (time < document.DispatchTime!.Value || time > clock.Now)
            throw DocumentErrors.StatedTime("publish_time", time, document.DispatchTime.Value, clock.Now);
        var publication = new Publication
        {
            Id = Guid.CreateVersion7(clock.Now),
            DocumentId = document.Id,
            Place = request.Place,
            Uri = request.Uri,
            PublishTime = time,
            Person = caller.Actor,
            RecordTime = clock.Now,
        };
        db.Publications.Add(publication);
        turn.Publish(new OutgoingDocumentPublished { OutgoingDocument = document.Name, Place = request.Place, PublishTime = request.PublishTime });
        return await turn.CommitAsync(new RecordPublicationResponse { PublicationRecord = await RecordOfAsync(document, reviews, [publication], stop) });
    }
}
