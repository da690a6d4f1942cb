using System.Text;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Fonts;

/// <summary>Tells what a document could not be set in.</summary>
internal static class FontUse
{
    public static FontReport ReportOn(this FontShelf shelf, IEnumerable<Page> pages)
    {
        var used = pages.SelectMany(p => p.Items).OfType<TextItem>()
            .SelectMany(i => i.Text.EnumerateRunes().Select(r => (i.Face, Rune: r)))
            .Where(u => !Rune.IsWhiteSpace(u.Rune))
            .CountBy(u => u)
            .ToArray();
        var fonts = used.Select(u => (u.Key.Face, u.Key.Rune, u.Value, Font: shelf.For(u.Key.Face, u.Key.Rune))).ToArray();
        return new(
            [
                .. fonts.Where(f => f.Font is null || !shelf.IsProper(f.Face, f.Font) || f.Font.Family != shelf.WantedFamilyOf(f.Face))
                    .Where(f => f.Font is not null || shelf.For(f.Face) is null)
                    .GroupBy(f => (f.Face, Used: f.Font?.Family))
                    .OrderBy(g => g.Key.Face)
                    .Select(g => new FontSubstitution(
                        g.Key.Face,
                        shelf.WantedFor(g.Key.Face),
                        g.Key.Used,
                        // Of a face that is not there at all, which characters says nothing.
                        shelf.For(g.Key.Face)?.Family == g.Key.Used ? "" : string.Concat(g.Select(f => f.Rune).Order()))),
            ],
            [.. fonts.Where(f => f.Font is null).GroupBy(f => f.Rune).Select(g => new MissingGlyph(g.Key.ToString(), g.Sum(f => f.Value)))]);
    }

    // A proper font that is there under another of its names.
    private static string? WantedFamilyOf(this FontShelf shelf, Face face) => shelf.For(face) is { } font && shelf.IsProper(face, font) ? font.Family : null;
}
