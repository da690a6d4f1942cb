using Backoffice.Document.V1;
using Backoffice.Platform.Contracts;

namespace Backoffice.Document.OutgoingDocuments;

/// <summary>What is decided while a document is drafted: the elements of 条例 第9条 and what the rules need to know. The text is apart.</summary>
internal sealed class Draft
{
    public string Title { get; set; } = "";

    public DocumentGenre Genre { get; set; }

    public RoutingDirection Direction { get; set; }

    public IssuerKind IssuerKind { get; set; }

    public string Issuer { get; set; } = "";

    public string MainRecipients { get; set; } = "";

    public string CopyRecipients { get; set; } = "";

    public IReadOnlyList<string> AttachmentList { get; set; } = [];

    public IReadOnlyList<string> AttachmentTitles { get; set; } = [];

    public Urgency Urgency { get; set; }

    public Carrier Carrier { get; set; }

    /// <summary>Whose affair the matter of a joint document is (条例 第17条).</summary>
    public MatterScope MatterScope { get; set; }

    /// <summary>The mark of a joint document names its main organ alone (条例 第9条(四)).</summary>
    public bool MainOrganMark { get; set; }

    public string Necessity { get; set; } = "";

    public int MatterCount { get; set; } = 1;

    public IReadOnlyList<string> RequestItems { get; set; } = [];

    public bool Important { get; set; }

    public bool MajorMatter { get; set; }

    public bool Normative { get; set; }

    public bool SpecialTask { get; set; }

    public string LocalConsent { get; set; } = "";

    public string AssignedByLeader { get; set; } = "";

    public string GovernmentApproval { get; set; } = "";

    public string InReplyTo { get; set; } = "";

    public IReadOnlyList<string> ConcernedOrgans { get; set; } = [];

    /// <summary>Upward and important documents are signed by the principal head (条例 第22条).</summary>
    public bool IsForPrincipal => Important || Direction == RoutingDirection.Upward || Genre is DocumentGenre.Request or DocumentGenre.Report;

    public static UpdateMask<V1.OutgoingDocument, OutgoingDocument> Mask { get; } = new(new Dictionary<string, Action<V1.OutgoingDocument, OutgoingDocument>>
    {
        ["title"] = (m, d) => d.Draft.Title = m.Title,
        ["genre"] = (m, d) => d.Draft.Genre = m.Genre,
        ["direction"] = (m, d) => d.Draft.Direction = m.Direction,
        ["issuer_kind"] = (m, d) => d.Draft.IssuerKind = m.IssuerKind,
        ["issuer"] = (m, d) => d.Draft.Issuer = m.Issuer,
        ["main_recipients"] = (m, d) => d.Draft.MainRecipients = m.MainRecipients,
        ["copy_recipients"] = (m, d) => d.Draft.CopyRecipients = m.CopyRecipients,
        ["body"] = (m, d) => d.Text.Body = m.Body,
        ["attachment_list"] = (m, d) => d.Draft.AttachmentList = [.. m.AttachmentList],
        ["attachment_titles"] = (m, d) => d.Draft.AttachmentTitles = [.. m.AttachmentTitles],
        ["annexes"] = (m, d) => d.Text.Bind(m.Annexes),
        ["joint_organs"] = (m, d) => d.IssueWith(m.JointOrgans),
        ["matter_scope"] = (m, d) => d.Draft.MatterScope = m.MatterScope,
        ["main_organ_mark"] = (m, d) => d.Draft.MainOrganMark = m.MainOrganMark,
        ["carrier"] = (m, d) => d.Draft.Carrier = m.Carrier,
        ["urgency"] = (m, d) => d.Draft.Urgency = m.Urgency,
        ["necessity"] = (m, d) => d.Draft.Necessity = m.Necessity,
        ["matter_count"] = (m, d) => d.Draft.MatterCount = Math.Max(1, m.MatterCount),
        ["request_items"] = (m, d) => d.Draft.RequestItems = [.. m.RequestItems],
        ["important"] = (m, d) => d.Draft.Important = m.Important,
        ["major_matter"] = (m, d) => d.Draft.MajorMatter = m.MajorMatter,
        ["normative"] = (m, d) => d.Draft.Normative = m.Normative,
        ["special_task"] = (m, d) => d.Draft.SpecialTask = m.SpecialTask,
        ["local_consent"] = (m, d) => d.Draft.LocalConsent = m.LocalConsent,
        ["assigned_by_leader"] = (m, d) => d.Draft.AssignedByLeader = m.AssignedByLeader,
        ["government_approval"] = (m, d) => d.Draft.GovernmentApproval = m.GovernmentApproval,
        ["in_reply_to"] = (m, d) => d.Draft.InReplyTo = m.InReplyTo,
        ["concerned_organs"] = (m, d) => d.Draft.ConcernedOrgans = [.. m.ConcernedOrgans],
    });
}
