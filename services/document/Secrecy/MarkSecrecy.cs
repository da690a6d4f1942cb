using Backoffice.Document.Rules;
using Backoffice.Document.V1;
using Backoffice.Regulations.Calendar;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using IncomingDocument = Backoffice.Document.IncomingDocuments.IncomingDocument;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.Secrecy;

internal sealed partial class SecrecyService
{
    public override async Task<MarkSecrecyResponse> MarkSecrecy(MarkSecrecyRequest request, ServerCallContext context)
    {
        var (stop, sent) = (context.CancellationToken, request.SecrecyMark);
        var level = (SecrecyLevel)(int)sent.Level;
        if (level.IsStateSecret() && !options.Zone.IsClassified)
            throw await db.StateSecretAsync(context, "level", request.ToByteArray());

        await using var turn = await db.BeginTurnAsync(context);
        var document = await secrecy.GetAsync(sent.Name, stop);
        await ExpectToBeMarkedByCallerAsync(document, stop);
        var mark = await secrecy.MarkOfAsync(document.Name, stop) ?? db.SecrecyMarks.Add(new SecrecyMark { Subject = document.Name }).Entity;
        ExpectNotWider(mark, sent.Scope);
        mark.Propose(sent, caller.Actor, clock.Now);
        mark.Refer((Referral)(int)sent.Referral, level.IsStateSecret() ? ReferralDue((Referral)(int)sent.Referral) : null);
        // What the organ issues itself is confirmed, and its period runs from its issue.
        if (document is IncomingDocument received)
            mark.Receive(received.Particulars.IssueDate, clock.Today);
        if (SecrecyRules.Check(await FactsOfAsync(document, mark, stop), clock.Today) is { Count: > 0 } broken)
            throw DocumentErrors.RuleBroken(broken);
        ExpectKnown(mark.Scope);
        if (mark.Scope.Count > 0)
            await ExpectToHoldThoseWhoKnowAsync(document, mark.Scope, stop);
        await PutOnAsync(document, mark, stop);
        turn.Publish(new SecrecyMarked { Document = document.Name, Level = sent.Level, Scoped = mark.Scope.Count > 0, Time = Timestamp.FromDateTimeOffset(clock.Now) });
        return await turn.CommitAsync(new MarkSecrecyResponse { SecrecyMark = mark.ToProto() });
    }

    private async Task<SecrecyFacts> FactsOfAsync(IMarked document, SecrecyMark mark, CancellationToken stop) =>
        new(mark.Level, mark.PeriodYears, mark.Condition, mark.DerivedFrom.Length > 0, mark.Scope.Count, options.Zone.Highest, options.Level)
        {
            DeclassificationDate = mark.OpenFrom,
            IsPeriodUnmarked = mark.IsPeriodUnmarked,
            IsReceived = document is IncomingDocument,
            IssuedOn = mark.IssuedOn,
            CopyNumbers = mark.CopyNumbers,
            Source = await SourceAsync(mark, stop),
            Referral = mark.Referral,
        };

    /// <summary>The source of a derived secret, where it is in the register; null where it is not, or is no secret.</summary>
    private async Task<SecrecySource?> SourceAsync(SecrecyMark mark, CancellationToken stop)
    {
        if (mark.DerivedFrom.Split('/') is not [("incomingDocuments" or "outgoingDocuments"), _])
            return null;
        var source = await secrecy.GetAsync(mark.DerivedFrom, stop);
        if (await secrecy.MarkOfAsync(source.Name, stop) is not { IsDeclassified: false } known || !known.Level.IsStateSecret())
            return null;
        var within = new KnowledgeScope([.. known.Scope], directory.Current);
        return new SecrecySource(known.Term, [.. mark.Scope.Where(p => !within.Holds(p)).Select(directory.Current.DisplayNameOf)]);
    }

    private DateOnly? ReferralDue(Referral referral)
    {
        try
        {
            return SecrecyRules.ReferralDue(referral, clock.Today, calendar);
        }
        catch (CalendarNotPublishedException e)
        {
            throw DocumentErrors.CalendarNotPublished(e.Year);
        }
    }

    /// <summary>Marking anew narrows a scope at most: who else may know is for the leaders to say.</summary>
    private void ExpectNotWider(SecrecyMark mark, IReadOnlyCollection<string> scope)
    {
        if (mark.Scope.Count == 0)
            return;
        if (scope.Count == 0)
            throw SecrecyDesk.Refuse(SecrecyRules.OutsideScope(mark.Level, "限定范围以外的读者"));
        if (scope.Except(mark.Scope).Select(directory.Current.DisplayNameOf).ToList() is { Count: > 0 } further)
            throw SecrecyDesk.Refuse(SecrecyRules.OutsideScope(mark.Level, string.Join('、', further)));
    }
}
