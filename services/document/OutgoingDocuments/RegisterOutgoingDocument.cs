using Backoffice.Document.DocumentNumbers;
using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
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
        var document = await db.GetOutgoingAsync(request.Name, caller, stop);
        var on = await desk.RunningOfAsync(document, document.Name, stop);
        on?.Matter.ExpectVersion(request.MatterEtag);
        on?.Matter.ExpectHolder(desk.DeedOn(document));
        IReadOnlyList<string> codes = document.DocumentNumber is { } given ? [DocumentNumber.Parse(given).Code] : bureau.Codes;
        if (!codes.Contains(request.OrganCode) && document.JointIssuers.Count > 0)
            check.ExpectMainOrgansNumber(document, new DocumentNumber(request.OrganCode, clock.Today.Year, 1));
        if (!codes.Contains(request.OrganCode))
            throw DocumentErrors.UnknownOrganCode(request.OrganCode, codes);
        if (document.DocumentNumber is null && on?.Matter.State.Step != "register")
            check.ExpectRechecked(document, new DocumentNumber(request.OrganCode, clock.Today.Year, 1));
        document.ExpectState("登记", OutgoingDocumentState.Signed, OutgoingDocumentState.Registered, OutgoingDocumentState.Printed);
        var deed = desk.DeedOn(document, form: nameof(RegisterOutgoingDocument));
        var countersigns = await check.CountersignsAsync(document, on!.Matter.Id, stop);

        // Returned to this step after it was numbered, it keeps its number.
        document.Register(document.DocumentNumber ?? await NextNumberAsync(turn, document, request.OrganCode), request.CopyCount);
        check.Expect(document, Stage.Registration, countersigns);
        var (after, matter) = await CompleteAsync(turn, document, on, deed, stop);
        return await turn.CommitAsync(new RegisterOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter });
    }

    /// <summary>The row gives the next number in the turn in which it is used: what does not commit has used none.</summary>
    private async Task<string> NextNumberAsync(Turn turn, OutgoingDocument document, string code)
    {
        var number = new DocumentNumber(code, clock.Today.Year, 0);
        number = number with { Sequence = await turn.NextNumberAsync(number.Row) };
        db.DocumentNumbers.Add(new GivenNumber { Code = code, Year = number.Year, Sequence = number.Sequence, Number = number.ToString(), DocumentId = document.Id, CreateTime = clock.Now });
        return number.ToString();
    }
}
