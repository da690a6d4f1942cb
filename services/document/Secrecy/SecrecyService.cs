using Backoffice.Document.Matters;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Calendar;
using Microsoft.EntityFrameworkCore;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using Role = Backoffice.Options.V1.Role;

namespace Backoffice.Document.Secrecy;

/// <summary>The rpcs of secrecy; one file each.</summary>
internal sealed partial class SecrecyService(
    DocumentDb db, SecrecyDesk secrecy, ClassificationOfficers officers, MatterDesk desk, DraftDesk drafts, DocumentOptions options, Caller caller, DirectoryCache directory, OfficeClock clock,
    WorkingCalendar calendar)
    : V1.SecrecyService.SecrecyServiceBase
{
    private static readonly OutgoingDocumentState[] Markable = [OutgoingDocumentState.Drafting, OutgoingDocumentState.InProgress];

    /// <summary>A draft is marked by whoever has it before them, a received document by the registrar as well.</summary>
    private async Task ExpectToBeMarkedByCallerAsync(IMarked document, CancellationToken stop)
    {
        var on = await desk.RunningOfAsync(document, document.Name, stop);
        if (document is OutgoingDocument draft)
        {
            draft.ExpectState("标密", Markable);
            drafts.ExpectToBeWithCaller(draft, on);
        }
        else if (!caller.Has(Role.Clerk) && !caller.Has(Role.OfficeDirector) && on?.Matter.IsHeldBy(caller) != true)
            throw DocumentErrors.NotYoursToChange(document.Name, directory.Current.DisplayNameOf(on?.Matter.State.Held?.Post ?? ""));
    }

    private void ExpectKnown(IEnumerable<string> principals)
    {
        if (principals.FirstOrDefault(p => !directory.Current.Knows(p)) is { } unknown)
            throw DocumentErrors.UnknownReader(unknown);
    }

    /// <summary>Whoever marks a document and has had to do with it knows it: they are in its scope.</summary>
    private async Task ExpectToHoldThoseWhoKnowAsync(IMarked document, IReadOnlyList<string> scope, CancellationToken stop)
    {
        var (within, name) = (new KnowledgeScope(scope, directory.Current), document.Name);
        var matters = await db.Matters.AsNoTracking().Where(m => m.Subject == name).ToListAsync(stop);
        var ids = matters.Select(m => m.Id).ToList();
        var readers = await db.MatterReadings.AsNoTracking().Where(r => ids.Contains(r.MatterId)).Select(r => r.Reader).Distinct().ToListAsync(stop);
        string[] own = document is OutgoingDocument draft ? [draft.Drafter, caller.Actor] : [caller.Actor];
        var missing = own.Concat(matters.SelectMany(m => m.State.Tasks.Select(t => t.Post))).Concat(readers).Where(p => !within.Holds(p)).Distinct().ToList();
        if (missing.Count > 0)
            throw DocumentErrors.ScopeTooNarrow(name, string.Join('、', missing.Select(directory.Current.DisplayNameOf)));
    }

    private async Task PutOnAsync(IMarked document, SecrecyMark mark, CancellationToken stop)
    {
        document.TakeMark(mark.Level, mark.Printed, mark.Scope);
        // At once: whoever may no longer know does not find it.
        await document.PutInIndexAsync(db, stop);
    }
}
