using Backoffice.Document.V1;
using Backoffice.Platform.Paging;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.WorkingCopies;

internal sealed partial class WorkingCopyService
{
    public override async Task<ListWorkingCopiesResponse> ListWorkingCopies(ListWorkingCopiesRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var page = PageRequest.Of(request, defaultSize: 50);
        var etag = await EtagOfAsync(request.Parent, stop);
        // A handful at the most: they are put in order here, and a token names the last one shown.
        var own = (await copies.OwnOf(request.Parent).AsNoTracking().ToListAsync(stop)).OrderByDescending(c => c.SaveTime).ThenBy(c => c.Editor).ToList();
        var after = page.After?.Text();
        var shown = own.Skip(after is null ? 0 : own.FindIndex(c => c.Editor.ToString() == after) + 1).Take(page.Size + 1).ToList();
        return new ListWorkingCopiesResponse
        {
            WorkingCopies = { shown.Take(page.Size).Select(c => c.ToProto(etag, withText: true)) },
            NextPageToken = page.Next(shown, c => PageKey.Of(c.Editor.ToString())),
        };
    }
}
