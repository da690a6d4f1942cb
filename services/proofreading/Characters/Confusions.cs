namespace Backoffice.Proofreading.Characters;

/// <summary>In what one character is like another.</summary>
[Flags]
internal enum Likeness
{
    None = 0,

    /// <summary>音同</summary>
    Sound = 1,

    /// <summary>音近</summary>
    NearSound = 2,

    /// <summary>形近</summary>
    Shape = 4,
}

/// <summary>Characters that are taken for each other.</summary>
internal sealed class Confusions(IReadOnlyDictionary<char, IReadOnlyList<(char Other, Likeness Likeness)>> sets)
{
    public IReadOnlyList<(char Other, Likeness Likeness)> Of(char character) => sets.GetValueOrDefault(character) ?? [];

    internal IReadOnlyDictionary<char, IReadOnlyList<(char Other, Likeness Likeness)>> Sets => sets;
}
