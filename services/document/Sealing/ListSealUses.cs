using System.Globalization;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<ListSealUsesResponse> ListSealUses(ListSealUsesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        if (request.Month.Length == 0 && request.OutgoingDocument.Length == 0)
            throw DocumentErrors.Incomplete("month", "list");
        var principals = caller.Principals;
        var rows = Asked(request).Where(u => db.Set<OutgoingReader>().Any(r => r.DocumentId == u.DocumentId && principals.Contains(r.Principal)));
        if (page.After is { } after)
        {
            var (month, number) = ((int)after.Number(), after.Number(1));
            rows = rows.Where(u => u.Month < month || (u.Month == month && u.Number < number));
        }
        var shown = await rows.OrderByDescending(u => u.Month).ThenByDescending(u => u.Number).Take(page.Size + 1).Include(u => u.Seal).ToListAsync(stop);
        return new ListSealUsesResponse
        {
            SealUses = { shown.Take(page.Size).Select(u => u.ToProto()) },
            NextPageToken = page.Next(shown, u => PageKey.Of(u.Month, u.Number)),
        };
    }

    private IQueryable<SealUse> Asked(ListSealUsesRequest request)
    {
        var rows = db.SealUses.AsNoTracking();
        if (request.Month.Length > 0)
        {
            var month = int.Parse(request.Month.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            rows = rows.Where(u => u.Month == month);
        }
        if (request.Seal.Length > 0)
        {
            var seal = IdOf(request.Seal);
            rows = rows.Where(u => u.SealId == seal);
        }
        if (request.OutgoingDocument.Length > 0)
        {
            var document = IdOf(request.OutgoingDocument);
            rows = rows.Where(u => u.DocumentId == document);
        }
        return rows;
    }

    // What is no id names nothing.
    private static Guid IdOf(string name) => Guid.TryParseExact(name.Split('/')[1], "D", out var id) ? id : Guid.Empty;
}
