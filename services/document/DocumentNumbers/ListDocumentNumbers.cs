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
        var last = await register.MaxAsync(n => (long?)n.Sequence, stop) ?? 0;
        return new ListDocumentNumbersResponse
        {
            DocumentNumbers = { rows.Take(page.Size).Select(n => n.ToProto()) },
            NextPageToken = page.Next(rows, n => PageKey.Of(n.Sequence)),
            LastSequence = last,
            MissingSequences = { await MissingAsync(register, last, stop) },
        };
    }

    /// <summary>A register that is whole is counted, and not read through.</summary>
    private static async Task<IEnumerable<long>> MissingAsync(IQueryable<GivenNumber> register, long last, CancellationToken stop)
    {
        if (await register.LongCountAsync(stop) == last)
            return [];
        return Enumerable.Range(1, (int)last).Select(n => (long)n).Except(await register.Select(n => n.Sequence).ToListAsync(stop));
    }
}
