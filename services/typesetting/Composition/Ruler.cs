using System.Text;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Composition;

/// <summary>How much room characters take.</summary>
internal sealed class Ruler(FontShelf shelf)
{
    // Without any font for it a letter takes the half of a square, as figures do.
    private const double UnknownWidth = 0.5;

    /// <summary>True for what fills a square: characters, Chinese punctuation, and signs that Chinese text sets like these.</summary>
    public static bool IsWide(Rune character) => character.Value >= 0x2000 ? character.Value is not 0x2013 : character.Value is 0xB7 or 0xD7 or 0xF7 or 0xB1 or 0xA7 or 0xB0;

    /// <summary>The face that a character of a span is really set in: letters and figures in the text have their own, elsewhere they look like what they stand in.</summary>
    public static Face FaceOf(Face face, Rune character) => IsWide(character) || !HasLatinBeside(face) ? face : Face.Latin;

    /// <summary>True for the faces of the text, whose letters and figures are set in the Latin one.</summary>
    public static bool HasLatinBeside(Face face) => face is Face.FangSong or Face.Kai;

    /// <summary>Advance in millimetres.</summary>
    public double WidthOf(Face face, Rune character, double size)
    {
        if (IsWide(character))
            return size == Paper.Size3 ? Paper.Cell : size * Paper.Point;
        return (shelf.For(FaceOf(face, character), character)?.WidthOf(character) ?? UnknownWidth) * size * Paper.Point;
    }

    public double WidthOf(string text, Face face, double size = Paper.Size3) => text.EnumerateRunes().Sum(r => WidthOf(face, r, size));

    /// <summary>Width in 字.</summary>
    public double CellsOf(string text, Face face) => WidthOf(text, face) / Paper.Cell;
}
