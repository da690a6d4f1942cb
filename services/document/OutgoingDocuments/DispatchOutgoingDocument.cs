using Backoffice.Document.Dispatches;
using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Regulations.Documents;
using Backoffice.Regulations.Secrecy;
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
        document.ExpectCleanAttachments();
        var named = request.Recipients.Count > 0 ? request.Recipients : OwnBureau.ScopeOf(document.Draft).Select(organ => new Recipient { Organ = organ });
        var recipients = named.Select(Known).ToList();
        check.Expect(document, Stage.Dispatch, await check.CountersignsAsync(document, on.Matter.Id, stop), [.. recipients.Select(r => r.Organ)], await seals.IsAwaitedAsync(document, stop));

        await secrecy.ExpectWithinScopeAsync(document, recipients.Select(r => r.Unit).Where(u => u.Length > 0), stop);
        var dispatches = recipients.Select((r, i) => Dispatch.Of(document, i + 1, r, clock.Now)).ToList();
        db.Dispatches.AddRange(dispatches);
        document.LetAlsoRead([.. dispatches.Select(d => d.Unit).Where(u => u.Length > 0).Distinct()]);
        document.Dispatch(clock.Now);
        if (document.Secrecy.IsStateSecret())
            await IssueSecretAsync(document, dispatches, stop);
        await AnswerAsync(document, stop);
        var (after, matter) = await CompleteAsync(turn, document, on, desk.DeedOn(document, request.Opinion, form: nameof(DispatchOutgoingDocument)), stop);
        turn.Publish(new OutgoingDocumentDispatched
        {
            OutgoingDocument = document.Name,
            DocumentNumber = document.DocumentNumber,
            DispatchTime = Timestamp.FromDateTimeOffset(clock.Now),
            InReplyTo = document.Draft.InReplyTo,
            Genre = document.Draft.Genre,
            Unit = document.Unit,
        });
        return await turn.CommitAsync(new DispatchOutgoingDocumentResponse { OutgoingDocument = after, Matter = matter, Dispatches = { dispatches.Select(d => d.ToProto()) } });
    }

    /// <summary>份号: every copy of a state secret has its number (条例 第9条(一)); its period runs from the document's own date.</summary>
    private async Task IssueSecretAsync(OutgoingDocument document, IEnumerable<Dispatch> dispatches, CancellationToken stop)
    {
        var copy = 1;
        foreach (var dispatch in dispatches)
            copy = dispatch.NumberCopies(copy);
        (await secrecy.MarkOfAsync(document.Name, stop))?.IssueOn(document.FinalDay);
    }

    /// <summary>The received document has its answer, whoever may see it.</summary>
    private async Task AnswerAsync(OutgoingDocument document, CancellationToken stop)
    {
        if (document.Draft.InReplyTo.Length > 0 && await db.AnyIncomingAsync(document.Draft.InReplyTo, stop) is { } request)
            request.AnswerBy(document.Name, document.DocumentNumber!, clock.Today, document.DispatchTime!.Value);
    }

    /// <summary>A recipient with the unit of the directory that it is, where it is one, and with what it is called.</summary>
    private Recipient Known(Recipient recipient)
    {
        var (office, organ, unit) = (directory.Current, recipient.Organ, recipient.Unit);
        if (unit.Length == 0 && organ.Length == 0)
            throw DocumentErrors.Incomplete("recipients.organ", "dispatch");
        if (unit.Length == 0)
            return new Recipient(recipient) { Unit = office.UnitCalled(organ) ?? "" };
        if (!office.Knows(unit))
            throw DocumentErrors.UnknownReader(unit);
        if (organ.Length > 0 && !office.IsCalled(unit, organ))
            throw DocumentErrors.RecipientMismatch(unit, office.DisplayNameOf(unit), organ);
        return new Recipient(recipient) { Organ = organ.Length > 0 ? organ : office.DisplayNameOf(unit) };
    }
}
