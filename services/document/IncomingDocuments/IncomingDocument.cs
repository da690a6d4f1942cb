using Backoffice.Document.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;
using Cosignature = Backoffice.Document.Cosigning.Cosignature;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;
using SecrecyLevel = Backoffice.Regulations.Secrecy.SecrecyLevel;

namespace Backoffice.Document.IncomingDocuments;

/// <summary>One received document: signed for, then in the register.</summary>
internal sealed partial class IncomingDocument : Versioned
{
    /// <summary>What belongs to it, many to one.</summary>
    public static readonly IPartsOf<DocumentDb, IncomingDocument> Parts = new PartsOf<DocumentDb, IncomingDocument>(
        new PartsOf<DocumentDb, IncomingDocument, Reader>(r => r.DocumentId, d => d.Id, d => d.Readers),
        new PartsOf<DocumentDb, IncomingDocument, Attachment>(a => a.DocumentId, d => d.Id, d => d.Attachments));

    public required Guid Id { get; init; }

    /// <summary>Position in lists, newest last; given on arrival and again on registration.</summary>
    public long OrderKey { get; private set; }

    public IncomingDocumentState State { get; private set; }

    public int? RegistrationYear { get; private set; }

    public long? RegistrationSequence { get; private set; }

    public string? RegistrationNumber { get; private set; }

    public required Particulars Particulars { get; set; }

    public required DocumentText Text { get; init; }

    /// <summary>Number, organ and year without the accidents of print; duplicates share it.</summary>
    public string DuplicateKey { get; private set; } = "";

    /// <summary>The document number without the accidents of print; likely duplicates share it.</summary>
    public string NumberKey { get; private set; } = "";

    /// <summary>Title, issuer and date without the accidents of print; likely duplicates share it.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>Title and organ without the accidents of print; null until the upkeep has seen a document older than the key.</summary>
    public string? SubjectKey { get; private set; }

    /// <summary>By what it is told from others; a correction that leaves them leaves what was judged on registration.</summary>
    public (string Duplicate, string Number, string Title) Keys => (DuplicateKey, NumberKey, TitleKey);

    /// <summary>Why it was registered although it is a duplicate.</summary>
    public string DuplicateReason { get; private set; } = "";

    /// <summary>Where an imported record comes from; null for one entered by hand.</summary>
    public string? Source { get; init; }

    public required DateTimeOffset SignForTime { get; init; }

    public required string SignForPerson { get; init; }

    public DateTimeOffset? RegisterTime { get; private set; }

    public string RegisterPerson { get; private set; } = "";

    /// <summary>Number of the present version of the particulars, from 1.</summary>
    public int Version { get; private set; } = 1;

    public DateTimeOffset VersionTime { get; private set; }

    public string VersionPerson { get; private set; } = "";

    public IReadOnlyList<string> ChangedFields { get; private set; } = [];

    /// <summary>False while the index does not know its latest readers; they do not find it by its text until it does.</summary>
    public bool IsIndexed { get; private set; }

    public SecrecyLevel Secrecy { get; private set; }

    public bool IsScoped { get; private set; }

    public List<Reader> Readers { get; } = [];

    public List<Attachment> Attachments { get; } = [];

    /// <summary>What has become of it since it was put under way; null before.</summary>
    public IncomingHandling? Handling { get; private set; }

    /// <summary>That the house which sent it has withdrawn, revoked or repealed it; null while no notice of that came.</summary>
    public Invalidity? Invalidity { get; private set; }

    /// <summary>会签 of our head, where another organ issues it jointly with ours; null before it.</summary>
    public Cosignature? Cosignature { get; private set; }

    public string Name => $"incomingDocuments/{Id}";

    public static IncomingDocument SignFor(Particulars particulars, string body, string? source, string person, long orderKey, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        var document = new IncomingDocument
        {
            Id = id,
            OrderKey = orderKey,
            State = IncomingDocumentState.SignedFor,
            Particulars = particulars,
            Text = new DocumentText { DocumentId = id, Body = body },
            Source = source,
            SignForTime = at,
            SignForPerson = person,
            VersionTime = at,
            VersionPerson = person,
        };
        document.Index();
        return document;
    }

    public void Register(RegistrationNumber number, string person, long orderKey, DateTimeOffset at)
    {
        if (State != IncomingDocumentState.SignedFor)
            throw DocumentErrors.AlreadyRegistered(Name, RegistrationNumber!);
        State = IncomingDocumentState.Registered;
        (RegistrationYear, RegistrationSequence, RegistrationNumber) = (number.Year, number.Sequence, number.ToString());
        (RegisterTime, RegisterPerson) = (at, person);
        OrderKey = orderKey;
        Index();
        Touch();
    }

    /// <summary>Refuses to be registered beside its like, unless whoever registers it knows: of a duplicate, with the reason, which is kept.</summary>
    public void ExpectNoDuplicate(IReadOnlyList<Resembled> found, string reason, bool acceptsLikely)
    {
        if (found.Count == 0)
            return;
        var known = !string.IsNullOrWhiteSpace(reason);
        if (found[0].Kind == ResemblanceKind.Duplicate)
            DuplicateReason = known ? reason : throw DocumentErrors.Duplicate(found);
        else if (found[0].Kind is ResemblanceKind.SameNumber or ResemblanceKind.SameTitle && !known && !acceptsLikely)
            throw DocumentErrors.LikelyDuplicate(found);
    }

    /// <summary>Replaces who may see the document.</summary>
    public void LetRead(IEnumerable<string> principals)
    {
        var wanted = principals.ToHashSet();
        Readers.RemoveAll(r => !wanted.Contains(r.Principal));
        foreach (var principal in wanted.Except(Readers.Select(r => r.Principal)).ToList())
            Readers.Add(new Reader { DocumentId = Id, Principal = principal });
        Index();
    }

    /// <summary>Begins the next version of the particulars; the caller has kept the one before.</summary>
    public void Revise(IReadOnlyList<string> changedFields, string person, DateTimeOffset at)
    {
        Version++;
        (ChangedFields, VersionPerson, VersionTime) = (changedFields, person, at);
        Index();
        Touch();
    }

    /// <summary>Marks it by the sender's notice; the first notice stands.</summary>
    public bool Invalidate(Invalidity invalidity)
    {
        if (Invalidity is not null)
            return false;
        Invalidity = invalidity;
        Touch();
        return true;
    }

    /// <summary>会签; signed again, the later signature stands.</summary>
    public void Cosign(Cosignature signature)
    {
        Cosignature = signature;
        Touch();
    }

    /// <summary>Sends the signature back to the main organ; false when it went before. What was not signed as it is cannot go.</summary>
    public bool SendCosignatureBack(string person, string note, DateTimeOffset at)
    {
        if (Cosignature is not { } signature || signature.ContentSha256 != ContentSha256())
            throw DocumentErrors.NotCosigned(Name);
        Touch();
        return signature.Return(person, note, at);
    }

    /// <summary>Adds a file; the document's etag changes, its particulars do not.</summary>
    public void Attach(Attachment attachment)
    {
        Attachments.Add(attachment);
        Touch();
    }

    // What is derived from the particulars for looking up, kept in step with them.
    private void Index()
    {
        DuplicateKey = LikelyDuplicate.DuplicateKeyOf(Particulars);
        NumberKey = LikelyDuplicate.NumberKeyOf(Particulars.DocumentNumber);
        TitleKey = LikelyDuplicate.TitleKeyOf(Particulars);
        SubjectKey = LikelyDuplicate.SubjectKeyOf(Particulars);
        foreach (var reader in Readers)
            reader.Follow(this);
    }
}
