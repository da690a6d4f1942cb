namespace Backoffice.Regulations.Documents;

/// <summary>行文方向</summary>
public enum RoutingDirection
{
    /// <summary>上行</summary>
    Upward,

    /// <summary>平行</summary>
    Parallel,

    /// <summary>下行</summary>
    Downward,

    /// <summary>内部: within the organ.</summary>
    Internal,

    /// <summary>公布</summary>
    Public,
}

/// <summary>What another organ is to ours (隶属关系).</summary>
public enum Relation
{
    /// <summary>Not known: rules that need to know then warn where they would refuse.</summary>
    Unknown,

    /// <summary>直接上级: our own party committee or government.</summary>
    DirectSuperior,

    /// <summary>更高的上级: one beyond the direct superior.</summary>
    HigherSuperior,

    /// <summary>上级主管部门: the department one level up in our line.</summary>
    LineSuperior,

    /// <summary>同级机关</summary>
    Peer,

    /// <summary>不相隶属机关 of another level or place.</summary>
    NonSubordinate,

    /// <summary>直属单位</summary>
    DirectSubordinate,

    /// <summary>下级党委、政府</summary>
    LowerGovernment,

    /// <summary>下级相关部门 in our line.</summary>
    LowerCounterpart,

    /// <summary>A person, not an organ.</summary>
    Person,
}

/// <summary>An addressee as printed, and what it is to us.</summary>
public sealed record Recipient(string Name, Relation Relation)
{
    public bool IsSuperior => Relation is Relation.DirectSuperior or Relation.HigherSuperior or Relation.LineSuperior;

    public bool IsSubordinate => Relation is Relation.DirectSubordinate or Relation.LowerGovernment or Relation.LowerCounterpart;
}
