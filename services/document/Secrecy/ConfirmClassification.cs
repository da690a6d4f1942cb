using Backoffice.Coordination.V1;
using Backoffice.Document.V1;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    /// <summary>定密责任人: those the site names, else the principal head (保密法 第16条).</summary>
    private IReadOnlyList<string> Officers => options.ClassificationOfficers.Length > 0
        ? options.ClassificationOfficers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : directory.Current.PostsWith(PostFunction.Director);

    public override async Task<ConfirmClassificationResponse> ConfirmClassification(ConfirmClassificationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var mark = await MarkedAsync(request.Name, stop);
        if (!caller.Posts.Any(Officers.Contains))
            throw SecrecyDesk.Refuse(SecrecyRules.NotConfirmed());
        mark.Confirm(caller.Actor, clock.Now);
        turn.Publish(new SecrecyMarked { Document = mark.Subject, Level = (V1.SecrecyLevel)(int)mark.Level, Scoped = mark.Scope.Count > 0, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new ConfirmClassificationResponse { SecrecyMark = mark.ToProto() });
    }
}
