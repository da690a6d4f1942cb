using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.WorkingCopies;

internal sealed partial class WorkingCopyService
{
    public override async Task<DiscardWorkingCopyResponse> DiscardWorkingCopy(DiscardWorkingCopyRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        await EtagOfAsync(request.Parent, stop);
        var editor = Guid.Parse(request.Editor);
        await copies.OwnOf(request.Parent).Where(c => c.Editor == editor).ExecuteDeleteAsync(stop);
        return await turn.CommitAsync(new DiscardWorkingCopyResponse());
    }
}
