using Backoffice.Platform.Errors;
using Backoffice.Platform.Paging;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>Where a document stands in each order of the list.</summary>
internal sealed class Place
{
    public required long OrderKey { get; init; }

    public required int IssueDay { get; init; }
}

/// <summary>The orders a list of documents can have. Each is read along an index of the readers, from a key onwards.</summary>
internal sealed record ListOrder(string Name, Func<IQueryable<Place>, PageKey?, IQueryable<Place>> From, Func<Place, PageKey> KeyOf)
{
    private static readonly ListOrder[] All =
    [
        new("register_time desc", NewestFirst, p => PageKey.Of(p.OrderKey)),
        new("register_time", OldestFirst, p => PageKey.Of(p.OrderKey)),
        new("issue_date desc", LatestIssueFirst, DayKey),
        new("issue_date", EarliestIssueFirst, DayKey),
    ];

    public static ListOrder Of(string orderBy) => orderBy.Length == 0
        ? All[0]
        : All.FirstOrDefault(o => o.Name == orderBy) ?? throw PlatformErrors.InvalidFilter(1, $"order_by {orderBy}");

    private static IQueryable<Place> NewestFirst(IQueryable<Place> places, PageKey? after)
    {
        var key = after?.Number() ?? long.MaxValue;
        return places.Where(p => p.OrderKey < key).OrderByDescending(p => p.OrderKey);
    }

    private static IQueryable<Place> OldestFirst(IQueryable<Place> places, PageKey? after)
    {
        var key = after?.Number() ?? 0;
        return places.Where(p => p.OrderKey > key).OrderBy(p => p.OrderKey);
    }

    // The bound on the day alone is what an index begins to read at; the rest decides among documents of one day.
    private static IQueryable<Place> LatestIssueFirst(IQueryable<Place> places, PageKey? after)
    {
        var (day, key) = after is null ? (int.MaxValue, 0) : ((int)after.Number(), after.Number(1));
        return places.Where(p => p.IssueDay <= day && (p.IssueDay < day || p.OrderKey < key))
            .OrderByDescending(p => p.IssueDay).ThenByDescending(p => p.OrderKey);
    }

    private static IQueryable<Place> EarliestIssueFirst(IQueryable<Place> places, PageKey? after)
    {
        var (day, key) = after is null ? (-1, 0) : ((int)after.Number(), after.Number(1));
        return places.Where(p => p.IssueDay >= day && (p.IssueDay > day || p.OrderKey > key))
            .OrderBy(p => p.IssueDay).ThenBy(p => p.OrderKey);
    }

    private static PageKey DayKey(Place place) => PageKey.Of(place.IssueDay, place.OrderKey);
}
