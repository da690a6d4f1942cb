using Backoffice.Document.OutgoingDocuments;
using Backoffice.Document.V1;
using Backoffice.Platform.Organisation;
using Backoffice.Regulations.Documents;
using DocumentNumber = Backoffice.Regulations.Numbering.DocumentNumber;
using Genre = Backoffice.Regulations.Documents.Genre;
using IssuerKind = Backoffice.Document.V1.IssuerKind;
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
            Attachments = draft.AttachmentTitles,
            Urgency = draft.Urgency switch { Urgency.ExtraUrgent => Regulations.Documents.Urgency.ExtraUrgent, Urgency.Urgent => Regulations.Documents.Urgency.Urgent, _ => Regulations.Documents.Urgency.None },
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
            SignerNames = document.Signature is { } signed ? [signed.DisplayName] : [],
            Number = document.DocumentNumber is { } number ? DocumentNumber.Parse(number) : null,
            IssuerCodes = Codes,
            ApprovedScope = ScopeOf(draft),
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
