namespace Backoffice.Proofreading;

/// <summary>What the office knows that a text is held against.</summary>
public sealed record Background
{
    public static Background None { get; } = new();

    /// <summary>Names of organs and units in the directory.</summary>
    public IReadOnlyCollection<string> Organs { get; init; } = [];

    /// <summary>What the register has under the numbers and titles that the text quotes.</summary>
    public IReadOnlyCollection<KnownDocument> Documents { get; init; } = [];
}

/// <summary>A document of the register.</summary>
public sealed record KnownDocument(string Title, string Number);
