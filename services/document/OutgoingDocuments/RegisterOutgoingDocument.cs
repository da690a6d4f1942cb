using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Grpc.Core;
using DocumentNumber = Backoffice.Regulations.Numbering.DocumentNumber;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    public override async Task<RegisterOutgoingDocumentResponse> RegisterOutgoingDocument(RegisterOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        if (!bureau.Codes.Contains(request.OrganCode))
            throw DocumentErrors.UnknownOrganCode(request.OrganCode, bureau.Codes);
        document.ExpectState(OutgoingDocumentState.Signed, "登记");
        var deed = desk.DeedOn(document, form: nameof(RegisterOutgoingDocument));
        var countersigns = await check.CountersignsAsync(document, on.Matter.Id, stop);

        // The row gives the next number in the turn in which it is used: what does not commit has used none.
        var number = new DocumentNumber(request.OrganCode, clock.Today.Year, 0);
        number = number with { Sequence = await turn.NextNumberAsync(number.Row) };
        document.Register(number.ToString(), request.CopyCount);
        check.Expect(document, Stage.Registration, countersigns);
        db.DocumentNumbers.Add(new GivenNumber { Code = number.Code, Year = number.Year, Sequence = number.Sequence, Number = number.ToString(), DocumentId = document.Id, CreateTime = clock.Now });
        var (after, matter) = await CompleteAsync(turn, document, on, deed, stop);
        return await turn.CommitAsync(new RegisterOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter });
    }
}
