using System.Globalization;
using System.Text;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Layout;

/// <summary>页码: 4号 figures between dashes whose upper edge is 7 mm below the text block, odd right and even left (7.5).</summary>
internal static class PageNumbers
{
    public static IEnumerable<TextItem> Of(int page, Ruler ruler, FontShelf shelf)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"— {page} —");
        var indent = Paper.Size4 * Paper.Point;
        var x = page % 2 == 1 ? Paper.Right - indent - ruler.WidthOf(text, Face.Song, Paper.Size4) : Paper.Left + indent;
        var dash = new Rune('—');
        // Where the dash is in its square differs from font to font, so that its ink is measured.
        var rise = shelf.For(Face.Song, dash)?.InkOf(dash).Top ?? -Paper.Ascent / 2;
        var baseline = Paper.Bottom + Paper.NumberBelow - rise * indent;
        return ruler.Items(Element.PageNumber, text, Face.Song, Paper.Size4, x, baseline - Paper.Ascent * indent);
    }
}
