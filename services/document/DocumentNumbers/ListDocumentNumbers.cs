using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.DocumentNumbers;

internal sealed partial class DocumentNumberService
{
    public override async Task<ListDocumentNumbersResponse> ListDocumentNumbers(ListDocumentNumbersRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var register = db.DocumentNumbers.AsNoTracking().Where(n => n.Code == request.OrganCode && n.Year == request.Year);
        var after = page.After?.Number() ?? 0;
        var rows = await register.Where(n => n.Sequence > after).OrderBy(n => n.Sequence).Take(page.Size + 1).ToListAsync(stop);
        var given = await register.OrderBy(n => n.Sequence).Select(n => n.Sequence).ToListAsync(stop);
        return new ListDocumentNumbersResponse
        {
            DocumentNumbers = { rows.Take(page.Size).Select(n => n.ToProto()) },
            NextPageToken = page.Next(rows, n => PageKey.Of(n.Sequence)),
            LastSequence = given.LastOrDefault(),
            MissingSequences = { Enumerable.Range(1, (int)given.LastOrDefault()).Select(n => (long)n).Except(given) },
        };
    }
}
