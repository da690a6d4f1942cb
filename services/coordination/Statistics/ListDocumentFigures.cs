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
        var rows = await figures.PageOf(page).ToListAsync(context.CancellationToken);
        return new ListDocumentFiguresResponse
        {
            DocumentFigures = { rows.Take(page.Size).Select(f => new V1.DocumentFigure { Month = Months.Text(f.Month), Flow = f.Flow, Genre = f.Genre, Unit = f.Unit, Count = f.Count }) },
            NextPageToken = page.Next(rows, Months.KeyOf),
        };
    }

    private static IQueryable<DocumentFigure> Apply(IQueryable<DocumentFigure> figures, Condition condition)
    {
        switch (condition.Field)
        {
            case "month":
                return figures.InMonths(condition);
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
