using Backoffice.Document.OutgoingAttachments;
using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Documents;
using Carrier = Backoffice.Document.V1.Carrier;
using DocumentNumber = Backoffice.Regulations.Numbering.DocumentNumber;
using Genre = Backoffice.Regulations.Documents.Genre;
using IssuerKind = Backoffice.Document.V1.IssuerKind;
using JointOrgan = Backoffice.Regulations.Documents.JointOrgan;
using MatterScope = Backoffice.Document.V1.MatterScope;
using OrganLevel = Backoffice.Regulations.Documents.OrganLevel;
using OrganSystem = Backoffice.Regulations.Documents.OrganSystem;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;
using RoutingDirection = Backoffice.Document.V1.RoutingDirection;
using Urgency = Backoffice.Document.V1.Urgency;

namespace Backoffice.Document.Rules;

/// <summary>The bureau as the rules see it: what it is called, its level and line, and what other organs are to it.</summary>
internal sealed class OwnBureau(DocumentOptions options, DirectoryCache directory)
{
    /// <summary>机关代字 of the bureau.</summary>
    public IReadOnlyList<string> Codes { get; } = options.OrganCodes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Name => directory.Current.Organ.Length > 0 ? directory.Current.Organ : options.Organ;

    /// <summary>A document as the rules see it.</summary>
    /// <param name="countersigns">What the sections said whose opinion was asked.</param>
    public OutgoingFacts FactsOf(OutgoingDocument document, IReadOnlyList<Countersign>? countersigns = null, IReadOnlyList<string>? dispatchList = null)
    {
        var draft = document.Draft;
        var relations = Relations();
        var enclosed = Enclosures.Of(document);
        return new OutgoingFacts
        {
            Genre = (Genre)(int)draft.Genre,
            Direction = DirectionOf(draft.Direction),
            Issuer = IssuerOf(draft),
            MainRecipients = relations.Classify(draft.MainRecipients),
            CopyRecipients = relations.Classify(draft.CopyRecipients),
            Title = draft.Title,
            Body = document.Text.Body,
            AttachmentList = draft.AttachmentList,
            // What is with the document names itself.
            Attachments = draft.AttachmentTitles.Count > 0 ? draft.AttachmentTitles : [.. enclosed.Select(e => e.Name)],
            Enclosed = enclosed,
            Urgency = draft.Urgency switch
            {
                Urgency.TopPriority => Regulations.Documents.Urgency.TopPriority,
                Urgency.ExtraUrgent => Regulations.Documents.Urgency.ExtraUrgent,
                Urgency.Urgent => Regulations.Documents.Urgency.Urgent,
                Urgency.Routine => Regulations.Documents.Urgency.Routine,
                _ => Regulations.Documents.Urgency.None,
            },
            Carrier = draft.Carrier == Carrier.Telegram ? Regulations.Documents.Carrier.Telegram : Regulations.Documents.Carrier.Document,
            JointOrgans = JointOrgansOf(document, relations),
            MatterScope = draft.MatterScope switch
            {
                MatterScope.PartyOnly => Regulations.Documents.MatterScope.PartyOnly,
                MatterScope.GovernmentOnly => Regulations.Documents.MatterScope.GovernmentOnly,
                _ => Regulations.Documents.MatterScope.Shared,
            },
            Necessity = draft.Necessity,
            Matters = draft.MatterCount,
            RequestItems = draft.RequestItems,
            IsImportant = draft.Important,
            IsMajorMatter = draft.MajorMatter,
            IsNormative = draft.Normative,
            IsSpecialTask = draft.SpecialTask,
            LocalConsentRef = NullIfEmpty(draft.LocalConsent),
            AssignedByLeaderRef = NullIfEmpty(draft.AssignedByLeader),
            GovernmentApprovalRef = NullIfEmpty(draft.GovernmentApproval),
            InReplyTo = NullIfEmpty(draft.InReplyTo),
            ConcernedOrgans = draft.ConcernedOrgans,
            Countersigns = countersigns ?? [],
            OfficeReview = document.Review.Count == 0 ? null : new ReviewChecklist([.. document.Review.Select(r => new Regulations.Documents.ReviewAnswer(PartOf(r.Part), r.InOrder, r.Note))]),
            LegalityReview = document.StandingLegality is { } legality ? new Regulations.Documents.LegalityReview(legality.Passed, legality.WorkingDays, legality.EmergencyReason.Length > 0) : null,
            SignOff = document.Signature is { } s ? SignOffOf(s) : null,
            SignerNames = document.SignersInOrder,
            Number = document.DocumentNumber is { } number ? DocumentNumber.Parse(number) : null,
            IssuerCodes = Codes,
            // Every organ that issues it has copies to keep.
            ApprovedScope = [.. ScopeOf(draft).Concat(document.JointInOrder.Select(j => j.Organ)).Distinct()],
            DispatchList = dispatchList ?? [],
        };
    }

    /// <summary>分送范围: everybody the document is addressed or copied to.</summary>
    public static IReadOnlyList<string> ScopeOf(Draft draft) => [.. Recipients.Split(draft.MainRecipients).Concat(Recipients.Split(draft.CopyRecipients)).Distinct()];

    /// <summary>What an organ is to the bureau, by its printed name.</summary>
    public Relation RelationOf(string organ) => Relations().Of(organ);

    /// <summary>本机关主管业务: the title names the bureau's line.</summary>
    public bool IsOurBusiness(string title) => title.Contains(options.Line, StringComparison.Ordinal);

    public static Regulations.Documents.ReviewPart PartOf(V1.ReviewPart part) => (Regulations.Documents.ReviewPart)((int)part - 1);

    private OrganRelations Relations() => new(
        new OwnOrgan(Name, options.Level, options.Line, PlaceOf(Name) is { Length: > 0 } place ? new Dictionary<string, OrganLevel> { [place] = options.Level } : []),
        options.Relations);

    // 江州市 of 江州市民政局: what stands before the word of the line.
    private string PlaceOf(string organ) => organ.IndexOf(options.Line, StringComparison.Ordinal) is > 0 and var end ? organ[..end] : "";

    private IReadOnlyList<JointOrgan> JointOrgansOf(OutgoingDocument document, OrganRelations relations) => document.JointIssuers.Count == 0 ? [] :
    [
        new JointOrgan(Name, options.Level, SignedOn: document.Signature?.Day) { SignedByPrincipal = true },
        .. document.JointInOrder.Select(j => new JointOrgan(
            j.Organ,
            j.Level != V1.OrganLevel.Unspecified ? (OrganLevel)((int)j.Level - 1) : relations.LevelOf(j.Organ),
            j.System == V1.OrganSystem.Party ? OrganSystem.Party : OrganSystem.Government,
            document.StandingSignatureOf(j)?.Day) { SignedByPrincipal = document.StandingSignatureOf(j)?.Principal == true }),
    ];

    private Issuer IssuerOf(Draft draft) => draft.IssuerKind switch
    {
        IssuerKind.Office => new Issuer(draft.Issuer.Length > 0 ? draft.Issuer : "办公室", Regulations.Documents.IssuerKind.Office),
        IssuerKind.Section => new Issuer(draft.Issuer, Regulations.Documents.IssuerKind.Section),
        IssuerKind.Person => new Issuer(draft.Issuer, Regulations.Documents.IssuerKind.Person),
        _ => new Issuer(Name),
    };

    private static Regulations.Documents.RoutingDirection DirectionOf(RoutingDirection direction) => direction switch
    {
        RoutingDirection.Upward => Regulations.Documents.RoutingDirection.Upward,
        RoutingDirection.Parallel => Regulations.Documents.RoutingDirection.Parallel,
        RoutingDirection.Internal => Regulations.Documents.RoutingDirection.Internal,
        RoutingDirection.Public => Regulations.Documents.RoutingDirection.Public,
        _ => Regulations.Documents.RoutingDirection.Downward,
    };

    private static SignOff SignOffOf(Signature signature) => new(
        signature.DisplayName,
        signature.Rank,
        signature.Form switch
        {
            Backoffice.Procedures.V1.OpinionForm.Circled => SignOffKind.Circled,
            Backoffice.Procedures.V1.OpinionForm.Signed => SignOffKind.Signed,
            _ => SignOffKind.Opinion,
        },
        signature.Day)
    {
        // Signing is agreeing here: whoever disagrees returns the document instead.
        OpinionAgrees = true,
        AppointmentRef = NullIfEmpty(signature.Appointment),
    };

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
