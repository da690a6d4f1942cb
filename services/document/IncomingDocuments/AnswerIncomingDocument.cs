using Backoffice.Document.V1;
using Backoffice.Procedures.Matters;
using Grpc.Core;

namespace Backoffice.Document.IncomingDocuments;

internal sealed partial class IncomingHandlingService
{
    public override Task<AnswerIncomingDocumentResponse> AnswerIncomingDocument(AnswerIncomingDocumentRequest request, ServerCallContext context) => StepAsync(
        context,
        request.Name,
        request.MatterEtag,
        (document, on) =>
        {
            document.Answer(request.Result, request.Answer);
            return on.Matter.Agree(desk.DeedOn(document, request.Result, request.SeenSha256, nameof(AnswerIncomingDocument)), Onward.Ordinary);
        },
        (document, matter) => new AnswerIncomingDocumentResponse { IncomingDocument = document, Matter = matter });
}
