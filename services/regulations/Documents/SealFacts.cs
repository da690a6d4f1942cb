namespace Backoffice.Regulations.Documents;

/// <summary>What the rules need to know of a document that is to be sealed, and of the seal.</summary>
public sealed record SealFacts
{
    public required Genre Genre { get; init; }

    /// <summary>True when the seal is in use: neither sealed up nor destroyed.</summary>
    public required bool SealIsInUse { get; init; }

    /// <summary>The organ whose name the seal bears.</summary>
    public required string SealOrgan { get; init; }

    /// <summary>署名: the organs whose names stand under the text.</summary>
    public required IReadOnlyList<string> Signatories { get; init; }

    /// <summary>True when there is a text.</summary>
    public required bool HasText { get; init; }

    /// <summary>True while a signature stands on the present text.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>True when text and print are those the application was made for.</summary>
    public bool IsWhatWasAppliedFor { get; init; } = true;

    /// <summary>True when the unit's leader has approved; null where that is not asked yet.</summary>
    public bool? IsApproved { get; init; }
}
