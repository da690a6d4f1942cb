using Backoffice.Document.Dispatches;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Dispatch = Backoffice.Document.Dispatches.Dispatch;
using Recipient = Backoffice.Document.V1.Recipient;

namespace Backoffice.Document.OutgoingDocuments;

internal sealed partial class OutgoingHandlingService
{
    public override async Task<DispatchOutgoingDocumentResponse> DispatchOutgoingDocument(DispatchOutgoingDocumentRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var (document, on) = await AtStepAsync(context, request.Name, request.MatterEtag);
        document.ExpectState("核发", OutgoingDocumentState.Printed);
        var recipients = request.Recipients.Count > 0 ? request.Recipients : [.. OwnBureau.ScopeOf(document.Draft).Select(organ => new Recipient { Organ = organ })];
        check.Expect(document, Stage.Dispatch, await check.CountersignsAsync(document, on.Matter.Id, stop), [.. recipients.Select(r => r.Organ)]);

        var dispatches = recipients.Select((r, i) => Dispatch.Of(document, i + 1, r, UnitOf(r), clock.Now)).ToList();
        db.Dispatches.AddRange(dispatches);
        document.LetAlsoRead([.. dispatches.Select(d => d.Unit).Where(u => u.Length > 0).Distinct()]);
        document.Dispatch(clock.Now);
        var (after, matter) = await CompleteAsync(turn, document, on, desk.DeedOn(document, request.Opinion, form: nameof(DispatchOutgoingDocument)), stop);
        turn.Publish(new OutgoingDocumentDispatched
        {
            OutgoingDocument = document.Name,
            DocumentNumber = document.DocumentNumber,
            DispatchTime = Timestamp.FromDateTimeOffset(clock.Now),
        });
        return await turn.CommitAsync(new DispatchOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter, Dispatches = { dispatches.Select(d => d.ToProto()) } });
    }

    private string UnitOf(Recipient recipient)
    {
        if (recipient.Unit.Length == 0)
            return directory.Current.UnitCalled(recipient.Organ) ?? "";
        return directory.Current.Knows(recipient.Unit) ? recipient.Unit : throw DocumentErrors.UnknownReader(recipient.Unit);
    }
}
