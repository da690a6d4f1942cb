using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Backoffice.Platform.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingDocumentService
{
    /// <summary>A list counts so far and then says "more".</summary>
    private const int CountTo = 1000;

    private static readonly CompiledQuery<DocumentDb, IReadOnlyList<long>, IncomingDocument> AtPlaces = new((db, orderKeys) => db.IncomingDocuments
        .Where(d => orderKeys.Contains(d.OrderKey)));

    public override async Task<ListIncomingDocumentsResponse> ListIncomingDocuments(ListIncomingDocumentsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var order = ListOrder.Of(request.OrderBy);
        var branches = VisiblePlaces(request.Filter);
        if (branches.Count == 0)
            return new ListIncomingDocumentsResponse();

        // A page of each branch holds the page of all: each is read along its own index, and only pages are merged.
        var paged = order.From(Merge(branches.Select(b => order.From(b, page.After).Take(page.Size + 1))), null).Take(page.Size + 1);
        var counted = Merge(branches.Select(b => b.Take(CountTo + 1))).Take(CountTo + 1);
        var (places, total) = await db.PlannedForValuesAsync(async () => (await paged.ToListAsync(stop), await counted.CountAsync(stop)), stop);
        return new ListIncomingDocumentsResponse
        {
            IncomingDocuments = { (await LoadAsync([.. places.Take(page.Size).Select(p => p.OrderKey)], stop)).Select(d => d.ToProto(withBody: false)) },
            NextPageToken = page.Next(places, order.KeyOf),
            TotalSize = Math.Min(total, CountTo),
            TotalSizeExceeded = total > CountTo,
        };
    }

    /// <summary>Places of the documents that match, one query for each name under which the caller may read.</summary>
    private List<IQueryable<Place>> VisiblePlaces(string filter)
    {
        var matching = filter.Length > 0 ? ListFilter.Apply(db.IncomingDocuments, filter) : null;
        return [.. caller.Principals.Select(principal =>
        {
            var readers = db.Readers.AsNoTracking().Where(r => r.Principal == principal);
            if (matching is not null)
                readers = readers.Join(matching, r => r.DocumentId, d => d.Id, (r, _) => r);
            return readers.Select(r => new Place { OrderKey = r.OrderKey, IssueDay = r.IssueDay });
        })];
    }

    private static IQueryable<Place> Merge(IEnumerable<IQueryable<Place>> branches) => branches.Aggregate((one, other) => one.Union(other));

    /// <summary>Documents by their places, in that order, without bodies.</summary>
    private async Task<List<IncomingDocument>> LoadAsync(IReadOnlyList<long> orderKeys, CancellationToken stop)
    {
        var found = await AtPlaces.ReadAsync(db, orderKeys, stop);
        await IncomingDocument.Parts.ReadAsync(db, found, stop);
        var documents = found.ToDictionary(d => d.OrderKey);
        return [.. orderKeys.Where(documents.ContainsKey).Select(k => documents[k])];
    }
}
