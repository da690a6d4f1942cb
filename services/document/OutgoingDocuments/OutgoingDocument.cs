using Backoffice.Document.DraftLocks;
using Backoffice.Document.OutgoingAttachments;
using Backoffice.Document.V1;
using Backoffice.Platform.Callers;
using Backoffice.Platform.Storage;
using DraftLock = Backoffice.Document.DraftLocks.DraftLock;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;
using OutgoingAttachment = Backoffice.Document.OutgoingAttachments.OutgoingAttachment;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>One document that the bureau issues, from the draft to its dispatch.</summary>
internal sealed partial class OutgoingDocument : Versioned
{
    /// <summary>What belongs to it, many to one, and is shown of it in a list.</summary>
    public static readonly IPartsOf<DocumentDb, OutgoingDocument> Listed = new PartsOf<DocumentDb, OutgoingDocument>(
        new PartsOf<DocumentDb, OutgoingDocument, OutgoingReader>(r => r.DocumentId, d => d.Id, d => d.Readers),
        new PartsOf<DocumentDb, OutgoingDocument, Override>(o => o.DocumentId, d => d.Id, d => d.Overrides),
        new PartsOf<DocumentDb, OutgoingDocument, JointIssuer>(j => j.DocumentId, d => d.Id, d => d.JointIssuers));

    /// <summary>All that belongs to it, many to one; its text is with it.</summary>
    public static readonly IPartsOf<DocumentDb, OutgoingDocument> Parts = new PartsOf<DocumentDb, OutgoingDocument>(
        Listed,
        new PartsOf<DocumentDb, OutgoingDocument, BoundAnnex>(a => a.DocumentId, d => d.Id, d => d.Text.Annexes),
        new PartsOf<DocumentDb, OutgoingDocument, ReviewedPart>(r => r.DocumentId, d => d.Id, d => d.Review),
        new PartsOf<DocumentDb, OutgoingDocument, OutgoingAttachment>(
            a => a.DocumentId, d => d.Id, d => d.Attachments, new PartsOf<DocumentDb, OutgoingAttachment, HiddenFinding>(h => h.AttachmentId, a => a.Id, a => a.Hidden)));

    public required Guid Id { get; init; }

    /// <summary>Position in lists, newest last.</summary>
    public required long OrderKey { get; init; }

    public OutgoingDocumentState State { get; private set; } = OutgoingDocumentState.Drafting;

    public Draft Draft { get; init; } = new();

    public required OutgoingText Text { get; init; }

    /// <summary>Who drafted it: `people/{id}`, or the account of somebody who is not in the directory.</summary>
    public required string Drafter { get; init; }

    /// <summary>`posts/{id}` it was drafted in.</summary>
    public required string DrafterPost { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>The last matter; empty before it was submitted.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Number of the present version of the draft, from 1.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset VersionTime { get; private set; }

    public string VersionPerson { get; private set; } = "";

    public IReadOnlyList<string> ChangedFields { get; private set; } = [];

    public ChangeKind ChangeKind { get; private set; }

    public string ChangeReason { get; private set; } = "";

    /// <summary>False while the index does not know its latest text, number or readers.</summary>
    public bool IsIndexed { get; private set; }

    public List<OutgoingReader> Readers { get; } = [];

    public List<Override> Overrides { get; } = [];

    /// <summary>核稿: one answer a part; empty before the office reviewed it.</summary>
    public List<ReviewedPart> Review { get; } = [];

    /// <summary>Files sent with it, and those whose clean copies are sent.</summary>
    public List<OutgoingAttachment> Attachments { get; } = [];

    /// <summary>Who is editing it, or was last; null before anybody was.</summary>
    public DraftLock? Lock { get; private set; }

    /// <summary>签发; null while it is not signed, or no longer.</summary>
    public Signature? Signature { get; private set; }

    /// <summary>联合行文: the organs that issue it beside the bureau, which is the main organ.</summary>
    public List<JointIssuer> JointIssuers { get; } = [];

    /// <summary>合法性审核; null before it.</summary>
    public LegalityOpinion? Legality { get; private set; }

    /// <summary>The legality review of the present text: what was changed since was not reviewed.</summary>
    public LegalityOpinion? StandingLegality => Legality is { } legality && legality.ContentSha256 == ContentSha256() ? legality : null;

    /// <summary>True while a signature stands on the present text.</summary>
    public bool IsSigned => Signature is not null;

    /// <summary>发文字号; null before registration.</summary>
    public string? DocumentNumber { get; private set; }

    public int CopyCount { get; private set; }

    public SecrecyLevel Secrecy { get; private set; }

    /// <summary>密级和保密期限 as printed; empty for none.</summary>
    public string SecrecyPrinted { get; private set; } = "";

    public bool IsScoped { get; private set; }

    /// <summary>SHA-256 of the print version, by which the blob store knows it.</summary>
    public string PrintSha256 { get; private set; } = "";

    /// <summary>SHA-256 of the print version with the seal; empty while it bears none.</summary>
    public string SealedSha256 { get; private set; } = "";

    /// <summary>SHA-256 of the file that is sent and filed: sealed, where it bears a seal.</summary>
    public string FileSha256 => SealedSha256.Length > 0 ? SealedSha256 : PrintSha256;

    public DateTimeOffset? DispatchTime { get; private set; }

    /// <summary>撤回, 撤销 or 废止 after the dispatch; null while it is in force.</summary>
    public Invalidity? Invalidity { get; private set; }

    public string Name => $"outgoingDocuments/{Id}";

    public static OutgoingDocument Begin(string drafter, string post, string unit, long orderKey, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        var document = new OutgoingDocument
        {
            Id = id,
            OrderKey = orderKey,
            Text = new OutgoingText { DocumentId = id, Body = "" },
            Drafter = drafter,
            DrafterPost = post,
            Unit = unit,
            CreateTime = at,
            VersionTime = at,
            VersionPerson = drafter,
        };
        document.Readers.AddRange(((IEnumerable<string>)[drafter, post, unit]).Distinct().Select(p => new OutgoingReader { DocumentId = id, Principal = p, OrderKey = orderKey }));
        return document;
    }

    /// <summary>
    /// Whether it may still be changed, and whether the change is declared: once numbered the text is fixed, and once signed
    /// a change says what kind it is and why (条例 第25条(一)).
    /// </summary>
    public void ExpectChange(ChangeKind kind, string reason)
    {
        if (State is not (OutgoingDocumentState.Drafting or OutgoingDocumentState.InProgress or OutgoingDocumentState.Signed))
            throw DocumentErrors.WrongState(Name, StateNames.Of(State), "修改", StateNames.Of(OutgoingDocumentState.InProgress));
        if (IsSigned && (kind == ChangeKind.Unspecified || string.IsNullOrWhiteSpace(reason)))
            throw DocumentErrors.ChangeKindRequired(Name);
    }

    /// <summary>Begins the next version; the caller has kept the one before.</summary>
    public void Revise(IReadOnlyList<string> changedFields, ChangeKind kind, string reason, string person, DateTimeOffset at)
    {
        Version++;
        IsIndexed = false;
        (ChangedFields, ChangeKind, ChangeReason, VersionPerson, VersionTime) = (changedFields, kind, reason, person, at);
        // Returned after it was printed, the print no longer shows it.
        PrintSha256 = "";
        // What was signed is no longer what stands: it goes back to the signer (条例 第25条(一)).
        if (kind == ChangeKind.Substantive)
            (Signature, State) = (null, OutgoingDocumentState.InProgress);
        // What stays signed stays reviewed.
        if (kind == ChangeKind.Editorial && Legality is not null)
            Legality = Legality with { ContentSha256 = ContentSha256() };
        CarryJointSignatures(keep: kind == ChangeKind.Editorial);
        Touch();
    }

    public void Attach(OutgoingAttachment attachment)
    {
        Attachments.Add(attachment);
        Touch();
    }

    public void Detach(OutgoingAttachment attachment)
    {
        // A file and its clean copy are one to whoever takes it away.
        Attachments.RemoveAll(a => a.Id == attachment.Id || a.CleanedFrom == attachment.Id || a.ReplacedBy == attachment.Id);
        Touch();
    }

    /// <summary>Refuses to send what holds more than it shows (features B36).</summary>
    public void ExpectCleanAttachments()
    {
        if (Attachments.FirstOrDefault(a => a.IsSent && a.Hidden.Count > 0) is { } unclean)
            throw DocumentErrors.HiddenContent(unclean.FileName, unclean.Hidden.OrderBy(h => h.Kind).Select(h => h.ToString()));
    }

    /// <summary>Who is editing it now; null when nobody is.</summary>
    public DraftLock? LockAt(DateTimeOffset now) => Lock?.IsHeldAt(now) == true ? Lock : null;

    /// <summary>Gives the lock to one, or renews it. Its text is untouched, and so is its etag.</summary>
    public DraftLock LockFor(Caller caller, DateTimeOffset now, TimeSpan lease)
    {
        Lock ??= new DraftLock { DocumentId = Id };
        Lock.Hold(caller, now, lease);
        return Lock;
    }

    public void LetPass(string rule, string reason, string person, DateTimeOffset at)
    {
        if (Overrides.Find(o => o.RuleId == rule) is { } before)
            (before.Reason, before.Person, before.Time) = (reason, person, at);
        else
            Overrides.Add(new Override { DocumentId = Id, RuleId = rule, Reason = reason, Person = person, Time = at });
        Touch();
    }
}

/// <summary>The body and what is bound with it, apart so that lists do not read it.</summary>
internal sealed class OutgoingText
{
    public required Guid DocumentId { get; init; }

    public required string Body { get; set; }

    public List<BoundAnnex> Annexes { get; } = [];

    /// <summary>What is bound with it from now on, in order.</summary>
    public void Bind(IReadOnlyList<Annex> annexes)
    {
        Annexes.RemoveAll(a => a.Position >= annexes.Count);
        for (var i = 0; i < annexes.Count; i++)
        {
            if (Annexes.Find(a => a.Position == i) is { } before)
                (before.Title, before.Text) = (annexes[i].Title, annexes[i].Text);
            else
                Annexes.Add(new BoundAnnex { DocumentId = DocumentId, Position = i, Title = annexes[i].Title, Text = annexes[i].Text });
        }
    }
}

/// <summary>附件 that is printed after the text.</summary>
internal sealed class BoundAnnex
{
    public required Guid DocumentId { get; init; }

    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public required string Title { get; set; }

    public required string Text { get; set; }
}

/// <summary>One who may see a document, with its place in lists.</summary>
internal sealed class OutgoingReader
{
    public required Guid DocumentId { get; init; }

    public required string Principal { get; init; }

    public required long OrderKey { get; init; }
}

/// <summary>A breach of a rule that the office director let pass.</summary>
internal sealed class Override
{
    public required Guid DocumentId { get; init; }

    public required string RuleId { get; init; }

    public required string Reason { get; set; }

    public required string Person { get; set; }

    public required DateTimeOffset Time { get; set; }
}

/// <summary>The answer to one part of the office's review.</summary>
internal sealed class ReviewedPart
{
    public required Guid DocumentId { get; init; }

    public required ReviewPart Part { get; init; }

    public required bool InOrder { get; set; }

    public required string Note { get; set; }
}

/// <summary>签发: who signed, in which rank and form, on which day.</summary>
internal sealed record Signature(string Person, string DisplayName, Regulations.Documents.SignerRank Rank, Backoffice.Procedures.V1.OpinionForm Form, DateOnly Day, string Appointment);

/// <summary>合法性审核: who found what, from when to when, of which text.</summary>
internal sealed record LegalityOpinion(
    bool Passed, string Opinion, DateOnly StartDay, DateOnly EndDay, int WorkingDays, string EmergencyReason, string Person, string Post, DateTimeOffset Time, string ContentSha256);

/// <summary>A version before the present one, as the contract's message.</summary>
internal sealed class OutgoingPastVersion
{
    public required Guid DocumentId { get; init; }

    public required int Version { get; init; }

    public required byte[] Document { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Person { get; init; }

    public required IReadOnlyList<string> ChangedFields { get; init; }

    public required ChangeKind ChangeKind { get; init; }

    public required string Reason { get; init; }
}
