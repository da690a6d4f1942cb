namespace Backoffice.Regulations.Documents;

/// <summary>How far an incoming document is (条例 第24条).</summary>
public enum IncomingStage
{
    /// <summary>签收</summary>
    SignFor,

    /// <summary>登记</summary>
    Registration,

    /// <summary>初审</summary>
    Screening,

    /// <summary>承办: the handling is proposed and assigned.</summary>
    Assignment,

    /// <summary>传阅</summary>
    Circulation,

    /// <summary>办结</summary>
    Closing,
}

public enum Handling
{
    /// <summary>Not decided yet.</summary>
    Undecided,

    /// <summary>阅知件</summary>
    ForInformation,

    /// <summary>批办件</summary>
    ForAction,
}

/// <summary>One who is to read a document in circulation, and whether he has.</summary>
public sealed record Reader(string Name, bool HasRead = false);

/// <summary>What the rules need to know of an incoming document (收文).</summary>
public sealed record IncomingFacts
{
    public int PiecesExpected { get; init; }

    public int PiecesReceived { get; init; }

    /// <summary>What was done about pieces that are missing or too many.</summary>
    public string DiscrepancyNote { get; init; } = "";

    public DateTimeOffset? SignedForAt { get; init; }

    public string Sender { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Null until the document is screened.</summary>
    public bool? PassedScreening { get; init; }

    /// <summary>Why a document that failed goes back to its sender.</summary>
    public string ReturnReason { get; init; } = "";

    public Handling Handling { get; init; }

    /// <summary>拟办意见</summary>
    public string HandlingProposal { get; init; } = "";

    /// <summary>The sections that handle it (承办).</summary>
    public IReadOnlyList<string> HandlingSections { get; init; } = [];

    /// <summary>主办</summary>
    public string? LeadSection { get; init; }

    public bool IsUrgent { get; init; }

    public bool IsImportant { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Who chases it (催办).</summary>
    public string? Chaser { get; init; }

    /// <summary>阅知范围 and who of it has read.</summary>
    public IReadOnlyList<Reader> Readers { get; init; } = [];

    /// <summary>Everybody who has opened it.</summary>
    public IReadOnlyList<string> OpenedBy { get; init; } = [];

    /// <summary>The answer to the sender: a document of ours, or the record of a call.</summary>
    public string? AnswerRef { get; init; }
}
