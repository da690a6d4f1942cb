using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Document.WorkingCopies;

internal sealed partial class WorkingCopyService
{
    /// <summary>More windows than anybody has open on one text.</summary>
    private const int MostCopies = 20;

    public override async Task<SaveWorkingCopyResponse> SaveWorkingCopy(SaveWorkingCopyRequest request, ServerCallContext context)
    {
        var (stop, sent) = (context.CancellationToken, request.WorkingCopy);
        await using var turn = await db.BeginTurnAsync(context);
        var etag = await EtagOfAsync(request.Parent, stop);
        var editor = Guid.Parse(sent.Editor);
        var copy = await copies.OwnOf(request.Parent).SingleOrDefaultAsync(c => c.Editor == editor, stop);
        if (copy is null)
        {
            if (await copies.OwnOf(request.Parent).CountAsync(stop) is >= MostCopies and var count)
                throw DocumentErrors.TooManyWorkingCopies(request.Parent, count);
            db.WorkingCopies.Add(copy = new WorkingCopy { Person = caller.Actor, Parent = request.Parent, Editor = editor });
        }
        copy.Save(sent, clock.Now);
        return await turn.CommitAsync(new SaveWorkingCopyResponse { WorkingCopy = copy.ToProto(etag, withText: false) });
    }
}
