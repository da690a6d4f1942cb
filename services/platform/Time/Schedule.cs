using Backoffice.Platform.Hosting;
using Backoffice.Platform.Paging;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Platform.Time;

/// <summary>A record that takes something up from its start to its end, until it is cancelled.</summary>
public interface IScheduled
{
    Guid Id { get; }

    DateTimeOffset StartTime { get; }

    DateTimeOffset EndTime { get; }

    bool Cancelled { get; }
}

/// <summary>What is asked of scheduled records of every kind; an index that ends in start and id answers it.</summary>
public static class Schedule
{
    /// <summary>Records that share some time with a window, however narrow.</summary>
    /// <param name="longest">No record is longer than this, so none that began earlier can reach into the window: the cost does not grow with the past.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> records, DateTimeOffset start, DateTimeOffset end, TimeSpan longest) where T : class, IScheduled
    {
        var earliest = start - DateTimeOffset.MinValue > longest ? start - longest : DateTimeOffset.MinValue;
        return records.Where(r => r.StartTime >= earliest && r.StartTime < end && r.EndTime > start);
    }

    /// <summary>The first time within an interval that records take up, as the office reads it; null when all of it is free.</summary>
    public static async Task<Interval?> FirstTakenAsync<T>(this IQueryable<T> records, Interval wanted, TimeSpan longest, OfficeClock clock, CancellationToken stop)
        where T : class, IScheduled
    {
        var first = await records.Where(r => !r.Cancelled).Within(wanted.Start, wanted.End, longest)
            .OrderBy(r => r.StartTime).Select(r => new { r.StartTime, r.EndTime }).FirstOrDefaultAsync(stop);
        return first is null ? null : new Interval(clock.AtOffice(first.StartTime), clock.AtOffice(first.EndTime));
    }

    /// <summary>Records by start, beginning behind the page before, with one more than the page holds.</summary>
    public static IQueryable<T> OnPage<T>(this IQueryable<T> records, PageRequest page) where T : class, IScheduled
    {
        if (page.After is { } after)
        {
            var (start, id) = (after.Instant(), after.Id(1));
            records = records.Where(r => r.StartTime >= start && (r.StartTime > start || r.Id.CompareTo(id) > 0));
        }
        return records.OrderBy(r => r.StartTime).ThenBy(r => r.Id).Take(page.Size + 1);
    }

    /// <summary>The place of a record in that order.</summary>
    public static PageKey KeyOf(IScheduled record) => PageKey.Of(record.StartTime.UtcTicks, record.Id);
}
