using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Regulations.Documents;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingHandlingService
{
    public override Task<ProposeHandlingResponse> ProposeHandling(ProposeHandlingRequest request, ServerCallContext context) => StepAsync(
        context,
        request.Name,
        request.MatterEtag,
        (document, on) =>
        {
            document.Propose(request.Opinion, request.Plan ?? new HandlingPlan());
            var handling = document.Handling!;
            var direct = request.LeaderPost.Length == 0;
            // A leader may yet decide who handles it; without one it is decided now.
            if (direct)
                ExpectRules(document, IncomingStage.Assignment);
            return on.Matter.Agree(
                desk.DeedOn(document, request.Opinion, request.SeenSha256, nameof(ProposeHandling)),
                direct ? new Onward("handle", handling.LeadPost, [.. handling.AssistingPosts]) : new Onward("instruct", request.LeaderPost, []));
        },
        (document, matter) => new ProposeHandlingResponse { IncomingDocument = document, Matter = matter });
}
