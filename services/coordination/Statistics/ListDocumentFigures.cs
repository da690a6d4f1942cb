using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Statistics;

internal sealed partial class StatisticsService
{
    public override async Task<ListDocumentFiguresResponse> ListDocumentFigures(ListDocumentFiguresRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 100);
        var figures = Filter.Parse(request.Filter).Aggregate(db.DocumentFigures.AsNoTracking(), Apply);
        if (page.After is { } after)
        {
            var (month, line) = (Months.Read(after), after.Text(1));
            figures = figures.Where(f => f.Month < month || (f.Month == month && f.Line.CompareTo(line) > 0));
        }
        var rows = await figures.OrderByDescending(f => f.Month).ThenBy(f => f.Line).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListDocumentFiguresResponse
        {
            DocumentFigures = { rows.Take(page.Size).Select(f => new V1.DocumentFigure { Month = Months.Text(f.Month), Flow = f.Flow, Genre = f.Genre, Unit = f.Unit, Count = f.Count }) },
            NextPageToken = page.Next(rows, f => PageKey.Of(f.Month.DayNumber, f.Line)),
        };
    }

    private static IQueryable<DocumentFigure> Apply(IQueryable<DocumentFigure> figures, Condition condition)
    {
        switch (condition.Field)
        {
            case "month":
                var month = Months.Read(condition);
                return condition.Operator switch
                {
                    "=" => figures.Where(f => f.Month == month),
                    "!=" => figures.Where(f => f.Month != month),
                    "<" => figures.Where(f => f.Month < month),
                    "<=" => figures.Where(f => f.Month <= month),
                    ">" => figures.Where(f => f.Month > month),
                    _ => figures.Where(f => f.Month >= month),
                };
            case "flow":
                var (flow, flowIs) = (condition.EnumValue<DocumentFlow>(), condition.IsEquality());
                return figures.Where(f => (f.Flow == flow) == flowIs);
            case "genre":
                var (genre, genreIs) = (condition.EnumValue<DocumentGenre>(), condition.IsEquality());
                return figures.Where(f => (f.Genre == genre) == genreIs);
            case "unit":
                var unitIs = condition.IsEquality();
                return figures.Where(f => (f.Unit == condition.Value) == unitIs);
            default:
                throw condition.NotUnderstood();
        }
    }
}
