using Backoffice.Regulations.Secrecy;

namespace Backoffice.Regulations.Documents;

/// <summary>What the rules need to know of a document that is kept, passed on or made public.</summary>
public sealed record CustodyFacts
{
    /// <summary>密级, or the proposed one while none is fixed.</summary>
    public required SecrecyLevel Level { get; init; }

    /// <summary>The level at which it is in fact protected.</summary>
    public required SecrecyLevel ProtectedAs { get; init; }

    /// <summary>专人: who keeps it; empty where nobody is named.</summary>
    public string Custodian { get; init; } = "";

    /// <summary>True where it lies, and is read, in the rooms made for classified documents (机要保密室、机要阅文室).</summary>
    public bool IsInSecureRoom { get; init; }

    /// <summary>True where somebody is to get it whom its issuer did not name.</summary>
    public bool ScopeIsWidened { get; init; }

    /// <summary>True where the issuer has approved that.</summary>
    public bool IssuerApproved { get; init; }

    /// <summary>True where it is to be published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>True where its level is to be changed or lifted.</summary>
    public bool LevelIsChanged { get; init; }

    /// <summary>True where whoever changes it is the organ that classified it, or the superior of that organ.</summary>
    public bool ChangedByClassifier { get; init; }
}

/// <summary>清退、销毁: what is done with documents that are not kept.</summary>
/// <param name="Level">The highest level among them.</param>
/// <param name="Listed">How many the list names that was approved.</param>
/// <param name="Counted">How many are there.</param>
/// <param name="IsApproved">True where the list was approved.</param>
/// <param name="IsRegistered">True where each is entered in the register of destruction.</param>
public sealed record DisposalFacts(SecrecyLevel Level, int Listed, int Counted, bool IsApproved, bool IsRegistered);
