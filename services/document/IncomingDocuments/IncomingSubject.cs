using Backoffice.Document.Matters;
using Backoffice.Document.Secrecy;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Search;
using Backoffice.Procedures.Definitions;
using Backoffice.Procedures.Matters;
using Matter = Backoffice.Procedures.Matters.Matter;
using MatterState = Backoffice.Procedures.V1.MatterState;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.IncomingDocuments;

// An incoming document as the subject of a matter.
internal sealed partial class IncomingDocument : IMarked
{
    /// <summary>The index of everything a document can be found by.</summary>
    internal static readonly TextIndex SearchIndex = new("incoming_document_index");

    public MatterSubject ToSubject() => new(Name, Particulars.Title, RegistrationNumber ?? Particulars.DocumentNumber, Particulars.Urgency.Level());

    public string ContentSha256() => ContentHash.Of([Particulars.Title, Particulars.DocumentNumber, Particulars.Issuer, Text.Body, .. Attachments.OrderBy(a => a.Id).Select(a => a.Sha256)]);

    public bool IsVisibleTo(Caller caller) => caller.IsAmong(Readers.Select(r => r.Principal));

    public IMarked Marked => this;

    public IEnumerable<string> Texts => [Particulars.Title, Text.Body, Particulars.DocumentNumber, .. Particulars.AttachmentTitles];

    public void TakeMark(SecrecyLevel level, string printed, IReadOnlyList<string> scope)
    {
        (Secrecy, IsScoped) = (level, scope.Count > 0);
        if (IsScoped)
            LetRead(scope);
        Touch();
    }

    public bool LetAlsoRead(IReadOnlyList<string> principals)
    {
        // Whoever is within the scope reads it by the scope.
        if (IsScoped)
            return false;
        var known = Readers.Select(r => r.Principal).ToHashSet();
        var further = principals.Where(p => !known.Contains(p)).ToList();
        if (further.Count == 0)
            return false;
        LetRead([.. known, .. further]);
        IsIndexed = false;
        Touch();
        return true;
    }

    /// <summary>The leader's day for the answer goes over the procedure's limit.</summary>
    public DateOnly? DueDayOf(Step step) => step.Id == "handle" ? Handling?.HandleBy : null;

    public string ChaserPost => Handling?.ChaserPost ?? "";

    public void Follow(Matter matter, DateTimeOffset at)
    {
        Handling ??= new IncomingHandling { DocumentId = Id };
        if (Handling.Matter != matter.Name)
            Handling.BeginBy(matter.Name);
        State = matter.Status switch
        {
            MatterState.Running => IncomingDocumentState.InProgress,
            MatterState.Completed => IncomingDocumentState.Closed,
            // Terminated: back in the register, unless it went back to its sender.
            _ => Handling.ReturnReason.Length > 0 ? IncomingDocumentState.ReturnedToSender : IncomingDocumentState.Registered,
        };
        Handling.CloseTime = State == IncomingDocumentState.Closed ? at : null;
        Touch();
    }

    /// <summary>Enters it in the index that searches use.</summary>
    public Task PutInIndexAsync(DocumentDb db, CancellationToken stop)
    {
        IsIndexed = true;
        return SearchIndex.PutAsync(
            db,
            OrderKey,
            [Particulars.Title, Particulars.DocumentNumber, RegistrationNumber ?? "", Particulars.Issuer, Text.Body],
            Readers.Select(r => r.Principal),
            stop);
    }
}
