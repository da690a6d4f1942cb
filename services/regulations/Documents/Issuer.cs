namespace Backoffice.Regulations.Documents;

public enum IssuerKind
{
    /// <summary>The organ itself.</summary>
    Organ,

    /// <summary>Its office, 办公厅（室）.</summary>
    Office,

    /// <summary>Any other internal section, 内设机构.</summary>
    Section,

    /// <summary>A person, such as the head of the organ.</summary>
    Person,
}

/// <summary>In whose name a document is issued.</summary>
public sealed record Issuer(string Name, IssuerKind Kind = IssuerKind.Organ)
{
    /// <summary>A people's government, or the office of a party committee or government with its authority.</summary>
    public bool IsGovernment { get; init; }
}
