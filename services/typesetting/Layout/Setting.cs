using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Layout;

/// <summary>Makes page items of lines.</summary>
internal static class Setting
{
    /// <summary>One item for each run of characters of one face.</summary>
    /// <param name="top">Upper edge of the characters' squares.</param>
    public static IEnumerable<TextItem> Items(this SetLine line, Element element, double size, double top, double left = Paper.Left, Ink ink = Ink.Black)
    {
        for (var from = 0; from < line.Characters.Count;)
        {
            var to = from + 1;
            while (to < line.Characters.Count && line.Characters[to].Face == line.Characters[from].Face)
                to++;
            var run = line.Characters.Skip(from).Take(to - from).ToArray();
            yield return new TextItem(
                element,
                string.Concat(run.Select(c => c.Rune)),
                run[0].Face,
                size,
                1,
                ink,
                top + Paper.Ascent * size * Paper.Point,
                [.. run.Select(c => left + c.X)],
                left + run[^1].X + run[^1].Width);
            from = to;
        }
    }

    /// <summary>Text on one line from a place on.</summary>
    public static IEnumerable<TextItem> Items(this Ruler ruler, Element element, string text, Face face, double size, double x, double top, Ink ink = Ink.Black)
    {
        var characters = new List<SetCharacter>();
        foreach (var rune in text.EnumerateRunes())
        {
            var width = ruler.WidthOf(face, rune, size);
            characters.Add(new SetCharacter(rune, Ruler.FaceOf(face, rune), x, width));
            x += width;
        }
        return new SetLine(characters).Items(element, size, top, left: 0, ink);
    }
}
