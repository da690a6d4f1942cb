using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;

namespace Backoffice.Coordination.Statistics;

/// <summary>Counts a document in its month.</summary>
internal sealed class DocumentCounter(CoordinationDb db, OfficeClock clock)
{
    public async Task CountAsync(DateTimeOffset at, DocumentFlow flow, DocumentGenre genre, string unit, CancellationToken stop)
    {
        var month = Months.Of(clock.DayOf(at));
        if (await db.DocumentFigures.FindAsync([month, DocumentFigure.LineOf(flow, genre, unit)], stop) is not { } figure)
            db.DocumentFigures.Add(figure = DocumentFigure.Of(month, flow, genre, unit));
        figure.CountOne();
    }
}
