using Backoffice.Regulations.Documents;

namespace Backoffice.Regulations.Retention;

/// <summary>Which of several papers of one matter this is.</summary>
public enum PaperKind
{
    /// <summary>The paper the matter is filed by.</summary>
    Record,

    /// <summary>重份</summary>
    Duplicate,

    /// <summary>历次修改稿、校样 of an ordinary document.</summary>
    SupersededDraft,

    /// <summary>抄件、参阅件</summary>
    ReferenceCopy,
}

/// <summary>A document of our own.</summary>
public sealed record OutgoingRecord(Genre Genre, RoutingDirection Direction)
{
    public PaperKind Paper { get; init; }

    /// <summary>Important to our business, as its drafter or the office judged.</summary>
    public bool IsImportant { get; init; }

    /// <summary>A regulation or policy of our making (法规政策性文件).</summary>
    public bool IsNormative { get; init; }

    /// <summary>An annual plan, summary or comprehensive statistic, in whatever kind of document.</summary>
    public bool IsAnnual { get; init; }
}

/// <summary>A document we received.</summary>
public sealed record IncomingRecord(Relation Sender, Genre Genre)
{
    public PaperKind Paper { get; init; }

    /// <summary>We acted on it, or have to.</summary>
    public bool WasHandled { get; init; }

    /// <summary>It concerns our own field of business (本机关主管业务).</summary>
    public bool IsOurBusiness { get; init; }

    public bool IsImportant { get; init; }
}
