using Backoffice.Coordination.V1;
using Backoffice.Platform.Paging;
using Google.Type;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.Statistics;

internal sealed partial class StatisticsService
{
    public override async Task<ListDailyRegistrationsResponse> ListDailyRegistrations(ListDailyRegistrationsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, defaultSize: 50);
        var counts = db.DailyRegistrations.AsNoTracking();
        if (page.After is { } after)
        {
            var (day, unit) = (DayOf(after), after.Text(1));
            counts = counts.Where(c => c.Day < day || (c.Day == day && c.Unit.CompareTo(unit) > 0));
        }
        var rows = await counts.OrderByDescending(c => c.Day).ThenBy(c => c.Unit).Take(page.Size + 1).ToListAsync(context.CancellationToken);
        return new ListDailyRegistrationsResponse
        {
            DailyRegistrations = { rows.Take(page.Size).Select(ToProto) },
            NextPageToken = page.Next(rows, r => PageKey.Of(r.Day.DayNumber, r.Unit)),
        };
    }

    /// <summary>The day that a page goes on after; whatever a token says, a day.</summary>
    internal static DateOnly DayOf(PageKey key) => key.Number() is >= 0 and <= 3652058 and var day ? DateOnly.FromDayNumber((int)day) : DateOnly.MinValue;

    private static V1.DailyRegistration ToProto(DailyRegistration row) => new()
    {
        Day = new Date { Year = row.Day.Year, Month = row.Day.Month, Day = row.Day.Day },
        Unit = row.Unit,
        Count = row.Count,
    };
}
