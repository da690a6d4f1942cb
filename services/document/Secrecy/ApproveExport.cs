using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    private static readonly TimeSpan ExportHolds = TimeSpan.FromDays(1);

    public override async Task<ApproveExportResponse> ApproveExport(ApproveExportRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var document = await secrecy.GetAsync(request.Name, stop);
        ExpectKnown([request.Person]);
        await secrecy.ExpectWithinScopeAsync(document, [request.Person], stop);
        if (await secrecy.MarkOfAsync(document.Name, stop) is { } mark && CopyRules.Check(document.Secrecy, await secrecy.IsOriginalHereAsync(mark, stop), request.Authority).ToList() is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
        var approval = new ExportApproval
        {
            Id = Guid.CreateVersion7(clock.Now),
            Subject = document.Name,
            Person = request.Person,
            Reason = request.Reason,
            Approver = caller.Actor,
            Authority = request.Authority,
            ExpireTime = clock.Now + ExportHolds,
        };
        db.ExportApprovals.Add(approval);
        return await turn.CommitAsync(new ApproveExportResponse { ExpireTime = Timestamp.FromDateTimeOffset(approval.ExpireTime) });
    }
}
