using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Matters;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using SecrecyMark = Backoffice.Document.Secrecy.SecrecyMark;

namespace Backoffice.Document.Classification;

internal sealed partial class ClassificationService
{
    public override async Task<ListDueReviewsResponse> ListDueReviews(ListDueReviewsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        officers.Expect(caller);
        // As SecrecyChange.IsDue says: twelve months ago or longer.
        var before = clock.Today.AddYears(-1);
        var rows = db.SecrecyMarks.AsNoTracking().Where(m => m.ReviewedOn != null && m.ReviewedOn <= before);
        if (page.After is { } after)
        {
            var (day, subject) = (DateOnly.FromDayNumber((int)after.Number()), after.Text(1));
            rows = rows.Where(m => m.ReviewedOn > day || (m.ReviewedOn == day && m.Subject.CompareTo(subject) > 0));
        }
        var shown = await rows.OrderBy(m => m.ReviewedOn).ThenBy(m => m.Subject).Take(page.Size + 1).ToListAsync(stop);
        var titles = await db.TitlesAsync(shown.Take(page.Size).Select(m => m.Subject), caller, stop);
        return new ListDueReviewsResponse
        {
            DueReviews = { shown.Take(page.Size).Select(m => DueOf(m, titles.GetValueOrDefault(m.Subject, ""))) },
            NextPageToken = page.Next(shown, m => PageKey.Of(m.ReviewedOn!.Value.DayNumber, m.Subject)),
        };
    }

    private static DueReview DueOf(SecrecyMark mark, string title) => new()
    {
        Document = mark.Subject,
        Title = title,
        Level = (SecrecyLevel)(int)mark.Level,
        Printed = mark.Printed,
        LastReviewDate = mark.ReviewedOn!.Value.ToProto(),
        DeclassifiedFrom = mark.DeclassifiedFrom?.ToProto(),
    };
}
