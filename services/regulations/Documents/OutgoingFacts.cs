using Backoffice.Regulations.Numbering;

namespace Backoffice.Regulations.Documents;

/// <summary>
/// What the rules need to know of an outgoing document (发文). A fact that is not there yet is null or empty; the stage
/// decides whether its absence counts.
/// </summary>
public sealed record OutgoingFacts
{
    public required Genre Genre { get; init; }

    public required RoutingDirection Direction { get; init; }

    public required Issuer Issuer { get; init; }

    public IReadOnlyList<Recipient> MainRecipients { get; init; } = [];

    public IReadOnlyList<Recipient> CopyRecipients { get; init; } = [];

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>附件说明: the names as the list after the body prints them, in order.</summary>
    public IReadOnlyList<string> AttachmentList { get; init; } = [];

    /// <summary>The titles of the attachments themselves, in order.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>What is really with the document, texts and then files; null where nobody has looked.</summary>
    public IReadOnlyList<Enclosure>? Enclosed { get; init; }

    public Urgency Urgency { get; init; }

    public Carrier Carrier { get; init; }

    /// <summary>Why the document is necessary.</summary>
    public string Necessity { get; init; } = "";

    /// <summary>How many matters a request carries.</summary>
    public int Matters { get; init; } = 1;

    /// <summary>What the drafter declares to be asking for.</summary>
    public IReadOnlyList<string> RequestItems { get; init; } = [];

    /// <summary>重大事项: beyond what the department decides within its own powers.</summary>
    public bool IsMajorMatter { get; init; }

    /// <summary>重要行文</summary>
    public bool IsImportant { get; init; }

    /// <summary>指令性: gives directions. Null: judged by the kind of document.</summary>
    public bool? IsDirective { get; init; }

    /// <summary>Consent of our own party committee or government to bring a major matter to the line superior.</summary>
    public string? LocalConsentRef { get; init; }

    /// <summary>The superior leader's direct assignment (直接交办).</summary>
    public string? AssignedByLeaderRef { get; init; }

    public string? GovernmentApprovalRef { get; init; }

    /// <summary>The subordinate's request that a reply answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The subordinate's request that is passed upward in our name.</summary>
    public string? ForwardedRequestRef { get; init; }

    /// <summary>倾向性意见 on the request passed upward.</summary>
    public string InclinedOpinion { get; init; } = "";

    /// <summary>Under dual leadership: the superior the document is not addressed to.</summary>
    public string? OtherSuperior { get; init; }

    /// <summary>Departments and places whose powers the matter touches.</summary>
    public IReadOnlyList<string> ConcernedOrgans { get; init; } = [];

    public IReadOnlyList<Countersign> Countersigns { get; init; } = [];

    /// <summary>All organs of a joint document, the main organ first; empty if one organ issues it.</summary>
    public IReadOnlyList<JointOrgan> JointOrgans { get; init; } = [];

    public MatterScope MatterScope { get; init; }

    /// <summary>行政规范性文件. Internal rules, minutes, requests, reports, commendations and appointments are none.</summary>
    public bool IsNormative { get; init; }

    public LegalityReview? LegalityReview { get; init; }

    public bool IsSpecialTask { get; init; }

    /// <summary>Tells those below to report implementation, or to make rules in turn.</summary>
    public bool DemandsFollowUp { get; init; }

    /// <summary>核稿; null until the office has looked at the draft. Before a meeting it is the 初核.</summary>
    public ReviewChecklist? OfficeReview { get; init; }

    /// <summary>The reason of a return; null while the draft is not being returned.</summary>
    public string? ReturnReason { get; init; }

    public SignOff? SignOff { get; init; }

    /// <summary>签发人 as printed.</summary>
    public IReadOnlyList<string> SignerNames { get; init; } = [];

    public ChangeAfterSigning ChangeAfterSigning { get; init; }

    public DocumentNumber? Number { get; init; }

    /// <summary>机关代字 of the main organ.</summary>
    public IReadOnlyList<string> IssuerCodes { get; init; } = [];

    /// <summary>分送范围 as approved at registration.</summary>
    public IReadOnlyList<string> ApprovedScope { get; init; } = [];

    public IReadOnlyList<string> DispatchList { get; init; } = [];

    /// <summary>True while it lacks the seal that it is to bear here.</summary>
    public bool SealAwaited { get; init; }

    /// <summary>Documents issued this year, this one included.</summary>
    public int IssuedThisYear { get; init; }

    /// <summary>Documents issued in all of last year; null in the first year of the register.</summary>
    public int? IssuedLastYear { get; init; }
}
