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

    public bool AreLike(char one, char other) => Of(one).Any(o => o.Other == other);

    public void Write(BinaryWriter to)
    {
        to.Write(sets.Count);
        foreach (var (character, others) in sets.OrderBy(s => s.Key))
        {
            to.Write((ushort)character);
            to.Write((ushort)others.Count);
            foreach (var (other, likeness) in others)
            {
                to.Write((ushort)other);
                to.Write((byte)likeness);
            }
        }
    }

    public static Confusions Read(BinaryReader from)
    {
        var sets = new Dictionary<char, IReadOnlyList<(char, Likeness)>>();
        for (var left = from.ReadInt32(); left > 0; left--)
        {
            var character = (char)from.ReadUInt16();
            var others = new (char, Likeness)[from.ReadUInt16()];
            for (var i = 0; i < others.Length; i++)
                others[i] = ((char)from.ReadUInt16(), (Likeness)from.ReadByte());
            sets.Add(character, others);
        }
        return new(sets);
    }
}
