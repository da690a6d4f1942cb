using Backoffice.Coordination.V1;

namespace Backoffice.Procedures.Definitions;

/// <summary>One step of a procedure. Post, rule, time limit and output are required of each (rulebook case 191).</summary>
public sealed record Step
{
    /// <summary>Unique within the procedure, e.g. `office-review`.</summary>
    public string Id { get; init; } = "";

    /// <summary>What people call it, e.g. `核稿`.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whose duty it is.</summary>
    public Duty Duty { get; init; } = new();

    /// <summary>Id of the rule it follows, or the title of the local procedure.</summary>
    public string Rule { get; init; } = "";

    /// <summary>How long it may take, e.g. `2 working days`; see TimeLimit.</summary>
    public string Limit { get; init; } = "";

    /// <summary>What it leaves behind, e.g. `核稿意见`.</summary>
    public string Output { get; init; } = "";

    /// <summary>Steps it may go on to, the ordinary one first; none ends the procedure.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>How posts named for the step give their opinion; null where none are named.</summary>
    public Countersigning? Signers { get; init; }

    /// <summary>The rpc that completes the step because it asks for more than an opinion; empty where agreeing does.</summary>
    public string Form { get; init; } = "";

    /// <summary>An approval: whoever has just approved need not do so again (自动跳过).</summary>
    public bool Approval { get; init; }

    /// <summary>A decision that is never the drafter's own (签发、合法性审核).</summary>
    public bool Deciding { get; init; }

    /// <summary>A light matter: whoever has several such steps may agree to them in one call.</summary>
    public bool Light { get; init; }

    /// <summary>False where only the holder in person may act, or somebody appointed acting head.</summary>
    public bool Delegable { get; init; } = true;
}

/// <summary>How the post that a step is given to is found.</summary>
public sealed record Duty
{
    public DutyKind Kind { get; init; }

    /// <summary>The functions looked for, in this order.</summary>
    public IReadOnlyList<PostFunction> Functions { get; init; } = [];
}

public enum DutyKind
{
    /// <summary>Not stated: the definition is refused.</summary>
    Unstated,

    /// <summary>Whoever started the matter.</summary>
    Starter,

    /// <summary>Whoever sends it there and stays accountable, as when others countersign.</summary>
    Sender,

    /// <summary>The post of the function.</summary>
    Function,

    /// <summary>The post of the function in the unit of whoever started the matter.</summary>
    FunctionInUnit,

    /// <summary>Whom the sender names; without a name, the only post of the functions there is.</summary>
    Chosen,
}

/// <summary>How several posts give their opinion (会签、或签).</summary>
public sealed record Countersigning
{
    public CountersignMode Mode { get; init; }

    /// <summary>How many must agree, with <see cref="CountersignMode.Quorum"/>.</summary>
    public int Quorum { get; init; }

    /// <summary>True when the step is done once they agree; false when its holder decides after them.</summary>
    public bool Completes { get; init; }
}

public enum CountersignMode
{
    /// <summary>会签: every one must agree; one refusal blocks (rule DOC-R13).</summary>
    All,

    /// <summary>或签: the first opinion decides and ends the others.</summary>
    Any,

    /// <summary>So many must agree.</summary>
    Quorum,

    /// <summary>依次会签: every one must agree, each asked after the one before.</summary>
    InOrder,
}
