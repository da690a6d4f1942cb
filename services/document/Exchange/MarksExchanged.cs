using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.Rules;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Dispatch = Backoffice.Document.Dispatches.Dispatch;
using IncomingDocument = Backoffice.Document.IncomingDocuments.IncomingDocument;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;
using SecrecyMark = Backoffice.Document.Secrecy.SecrecyMark;

namespace Backoffice.Document.Exchange;

// A document's mark goes where it goes (保密法 第22条).
internal sealed partial class ExchangeService
{
    /// <summary>The mark of what is sent; null of what bears none.</summary>
    private async Task<ExchangedMark?> MarkOfAsync(OutgoingDocument document, Dispatch dispatch, CancellationToken stop)
    {
        if (document.Secrecy == SecrecyLevel.None || await db.SecrecyMarks.AsNoTracking().SingleOrDefaultAsync(m => m.Subject == document.Name, stop) is not { } mark)
            return null;
        return new ExchangedMark
        {
            Level = (V1.SecrecyLevel)(int)mark.Level,
            PeriodYears = mark.PeriodYears,
            DeclassificationDate = mark.OpenFrom?.ToProto(),
            DeclassificationCondition = mark.Condition,
            CopyNumbers = dispatch.CopyNumbers,
        };
    }

    /// <summary>Refuses what is above the zone before anything of it is kept.</summary>
    private async Task ExpectToBeHeldHereAsync(ServerCallContext context, ExchangeManifest manifest, ExchangePackage package)
    {
        if (manifest.Document?.Mark is { } mark && (SecrecyLevel)(int)mark.Level > zone.Highest)
            throw await db.StateSecretAsync(context, "mark", package.Manifest);
    }

    /// <summary>Puts the mark on what was received: whoever received it is its scope, until its head says who else may know.</summary>
    private void TakeMark(IncomingDocument document, ExchangedMark? sent)
    {
        if (sent is null || sent.Level == V1.SecrecyLevel.Unspecified)
            return;
        var mark = new SecrecyMark { Subject = document.Name };
        mark.Propose(new V1.SecrecyMark
        {
            Level = sent.Level,
            PeriodYears = sent.PeriodYears,
            DeclassificationDate = sent.DeclassificationDate,
            DeclassificationCondition = sent.DeclassificationCondition,
            CopyNumbers = sent.CopyNumbers,
            Scope = { sent.Level >= V1.SecrecyLevel.Secret ? document.Readers.Select(r => r.Principal) : [] },
        }, caller.Actor, clock.Now);
        mark.Receive(document.Particulars.IssueDate, clock.Today);
        db.SecrecyMarks.Add(mark);
        document.TakeMark(mark.Level, mark.Printed, mark.Scope);
    }
}
