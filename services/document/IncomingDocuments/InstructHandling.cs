using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Documents;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingHandlingService
{
    public override Task<InstructHandlingResponse> InstructHandling(InstructHandlingRequest request, ServerCallContext context) => StepAsync(
        context,
        request.Name,
        request.MatterEtag,
        (document, on) =>
        {
            document.Instruct(request.Opinion, request.Plan ?? new HandlingPlan());
            ExpectRules(document, IncomingStage.Assignment);
            var handling = document.Handling!;
            var deed = desk.DeedOn(document, request.Opinion, request.SeenSha256, nameof(InstructHandling));
            return on.Matter.Agree(
                request.Opinion.Length > 0 ? deed : deed with { OpinionForm = OpinionForm.Circled },
                new Onward("handle", handling.LeadPost, [.. handling.AssistingPosts]));
        },
        (document, matter) => new InstructHandlingResponse { IncomingDocument = document, Matter = matter });
}
