using System.Globalization;
using Backoffice.Document.Matters;
using Backoffice.Document.Sealing;
using Backoffice.Document.Search;
using Backoffice.Document.V1;
using Backoffice.Document.WorkingCopies;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Organisation;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.Matters;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>What every change of a document has in common, wherever its text comes from.</summary>
internal sealed class DraftDesk(DocumentDb db, MatterDesk desk, CopyDesk copies, OutgoingCheck check, AnsweredRequest answered, SearchIndexUpkeep index, Caller caller, DirectoryCache directory, OfficeClock clock)
{
    private const string OrderRow = "outgoing-order";

    /// <summary>Begins a draft of the caller's.</summary>
    public async Task<OutgoingDocument> BeginAsync(Turn turn, V1.OutgoingDocument sent, CancellationToken stop)
    {
        if (caller.MainPost.Length == 0)
            throw DocumentErrors.NoPost(caller.Account);
        if (sent.Title.Length == 0)
            throw DocumentErrors.Incomplete("title", "draft");
        var document = OutgoingDocument.Begin(caller.Actor, caller.MainPost, caller.Units[0], await turn.NextNumberAsync(OrderRow), clock.Now);
        Draft.Mask.ApplyAll(sent, document);
        await answered.ExpectFittingAsync(document.Draft, before: "", stop);
        db.OutgoingDocuments.Add(document);
        db.AfterCommit(index.Changed);
        return document;
    }

    /// <summary>Changes the named fields of a document that is with the caller; what stood before is kept as a version.</summary>
    public async Task<OutgoingDocument> ReviseAsync(Turn turn, V1.OutgoingDocument sent, FieldMask mask, ChangeKind kind, string reason, CancellationToken stop)
    {
        var document = await db.GetOutgoingAsync(sent.Name, caller, stop);
        document.ExpectEtag(sent.Etag, document.Name);
        var on = await ExpectToBeWithCallerAsync(document, stop);
        ExpectNotLockedByAnother(document);
        document.ExpectChange(kind, reason);
        // Returned from behind the seal: what is sealed is another text from now on.
        await db.ExpectNotSealedAsync(document, stop);

        var (signed, answers) = (document.IsSigned, document.Draft.InReplyTo);
        KeepVersion(document);
        Draft.Mask.Apply(mask, sent, document);
        if (document.Draft.Title.Length == 0)
            throw DocumentErrors.Incomplete("title", "update");
        await answered.ExpectFittingAsync(document.Draft, answers, stop);
        document.Revise([.. mask.Paths.Distinct()], signed ? kind : ChangeKind.Unspecified, reason, caller.Actor, clock.Now);
        db.AfterCommit(index.Changed);
        // Where it was returned for the change, it passes the signer again anyway, or is stopped by the recheck.
        if (signed && kind == ChangeKind.Substantive && on!.Matter.ReturnSteps.Contains("sign"))
            await desk.RecordAsync(turn, on, on.Matter.Return(desk.DeedOn(document, reason), "sign", straightBack: true), stop);
        await copies.FoldAsync(document, stop);
        return document;
    }

    /// <summary>The matter it is under way in, null for a draft; refuses whoever has neither.</summary>
    public async Task<Case?> ExpectToBeWithCallerAsync(OutgoingDocument document, CancellationToken stop)
    {
        var on = await desk.RunningOfAsync(document, document.Name, stop);
        ExpectToBeWithCaller(document, on);
        return on;
    }

    /// <summary>A draft is its drafter's; what is under way belongs to whoever holds it.</summary>
    public void ExpectToBeWithCaller(OutgoingDocument document, Case? on)
    {
        if (on is null ? document.Drafter != caller.Actor : !on.Matter.IsHeldBy(caller))
            throw DocumentErrors.NotYoursToChange(document.Name, directory.Current.DisplayNameOf(on?.Matter.State.Held?.Post ?? document.DrafterPost));
    }

    /// <summary>Whoever is editing a document is not overtaken.</summary>
    public void ExpectNotLockedByAnother(OutgoingDocument document)
    {
        if (document.LockAt(clock.Now) is { } held && !held.IsHeldBy(caller))
            throw DocumentErrors.DraftLocked(
                document.Name,
                directory.Current.DisplayNameOf(held.Person),
                directory.Current.DisplayNameOf(held.Post),
                clock.AtOffice(held.ExpireTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>The document after its text changed, with what the rules have to say.</summary>
    public async Task<V1.OutgoingDocument> ShowAsync(OutgoingDocument document, CancellationToken stop)
    {
        var findings = await check.FindingsNowAsync(document, stop);
        check.ShowOverridable(document, findings);
        return document.ToProto(findings);
    }

    private void KeepVersion(OutgoingDocument document) => db.OutgoingPastVersions.Add(new OutgoingPastVersion
    {
        DocumentId = document.Id,
        Version = document.Version,
        Document = document.ToProto(withBody: true).ToByteArray(),
        Time = document.VersionTime,
        Person = document.VersionPerson,
        ChangedFields = document.ChangedFields,
        ChangeKind = document.ChangeKind,
        Reason = document.ChangeReason,
    });
}
