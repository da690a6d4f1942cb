using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Grpc.Core;

namespace Backoffice.Document.Sealing;

internal sealed partial class SealingService
{
    public override async Task<ApproveSealApplicationResponse> ApproveSealApplication(ApproveSealApplicationRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (application, on) = await AtStepAsync(request.Name, request.MatterEtag, stop);
        var post = on.Matter.State.Held!.Post;
        var deed = desk.DeedOn(application, request.Opinion, request.SeenSha256, nameof(ApproveSealApplication));
        var done = on.Matter.Agree(deed, new Onward("", application.Seal.CustodianPost, []));
        ExpectSealable(application, isApproved: null);
        application.Approve(new SealApproval(caller.Actor, post, clock.Now, request.Opinion));
        await desk.RecordAsync(turn, on, done, stop);
        return await turn.CommitAsync(new ApproveSealApplicationResponse { SealApplication = application.ToProto(), Matter = desk.ToProto(on) });
    }
}
