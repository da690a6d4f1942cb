namespace Backoffice.Typesetting.Fonts;

/// <summary>What could not be shown as the standard wants it, for lack of a font.</summary>
public sealed record FontReport(IReadOnlyList<FontSubstitution> Substitutions, IReadOnlyList<MissingGlyph> Missing)
{
    public bool IsTrue => Substitutions.Count == 0 && Missing.Count == 0;
}

/// <summary>A face that was set in another family than its own; with characters, only these were.</summary>
/// <param name="Wanted">The family that would be right.</param>
/// <param name="Used">The family that was used; null when no font at all is there.</param>
public sealed record FontSubstitution(Face Face, string Wanted, string? Used, string Characters);

/// <summary>A character that no font has. Its place is kept, and shows 〓.</summary>
public sealed record MissingGlyph(string Character, int Count);
