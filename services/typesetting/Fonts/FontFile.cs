using HarfBuzzSharp;
using HbFace = HarfBuzzSharp.Face;

namespace Backoffice.Typesetting.Fonts;

/// <summary>One face of a font file and the names it goes by, in every language it has them.</summary>
internal sealed record FontFile(string Path, int Index, string Family, IReadOnlyList<string> Names, bool IsRegular)
{
    private const int LongestName = 128;
    private const uint FamilyName = 1;
    private const uint Style = 2;
    private const uint FullName = 4;
    private const uint TypographicFamily = 16;

    public static IEnumerable<FontFile> In(string path)
    {
        using var blob = Blob.FromFile(path);
        for (var index = 0; index < blob.FaceCount; index++)
        {
            using var face = new HbFace(blob, index);
            var names = NamesOf(face);
            if (names.Where(n => n.Id is FamilyName or TypographicFamily).Select(n => n.Text).ToArray() is { Length: > 0 } families)
                yield return new FontFile(
                    path,
                    index,
                    families[0],
                    [.. families.Concat(names.Where(n => n.Id == FullName).Select(n => n.Text)).Distinct(StringComparer.OrdinalIgnoreCase)],
                    names.Any(n => n is { Id: Style, Text: "Regular" or "Book" or "Normal" or "Roman" }));
        }
    }

    private static unsafe List<(uint Id, string Text)> NamesOf(HbFace face)
    {
        var names = new List<(uint, string)>();
        var entries = HarfBuzz.ListNames(face.Handle, out var count);
        var buffer = stackalloc char[LongestName];
        for (var i = 0; i < count; i++)
        {
            uint size = LongestName;
            HarfBuzz.GetName(face.Handle, entries[i].NameId, entries[i].Language, ref size, buffer);
            if (entries[i].NameId is FamilyName or Style or FullName or TypographicFamily && size > 0)
                names.Add((entries[i].NameId, new string(buffer, 0, (int)size)));
        }
        return names;
    }
}
