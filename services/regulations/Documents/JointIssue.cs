namespace Backoffice.Regulations.Documents;

public enum OrganSystem
{
    Government,
    Party,
}

/// <summary>One organ of a joint document (联合行文); the main organ comes first.</summary>
/// <param name="SignedOn">When its head signed.</param>
/// <param name="Level">Null where nobody says it.</param>
public sealed record JointOrgan(string Name, OrganLevel? Level, OrganSystem System = OrganSystem.Government, DateOnly? SignedOn = null)
{
    /// <summary>Whether who signed is the principal head.</summary>
    public bool SignedByPrincipal { get; init; }
}

/// <summary>Whose affair the matter of a document is, where party and government organs would issue it together.</summary>
public enum MatterScope
{
    /// <summary>Within the powers of both.</summary>
    Shared,

    /// <summary>Party work alone.</summary>
    PartyOnly,

    /// <summary>Government work alone.</summary>
    GovernmentOnly,
}

public enum CountersignResult
{
    Pending,
    Agreed,
    Refused,
}

/// <summary>会签 or consultation of a department or section the matter touches.</summary>
public sealed record Countersign(string Organ, CountersignResult Result);
