using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Layout;

/// <summary>A document as pages, positions in millimetres; every output is made from it.</summary>
public sealed class LaidOutDocument
{
    internal LaidOutDocument(string title, LineGrid grid, IReadOnlyList<Page> pages, FontReport fonts, Sheet sheet, HeadPlaces head, int textPages, IReadOnlyList<double> colophonTops) =>
        (Title, Grid, Pages, Fonts, Sheet, Head, TextPages, ColophonTops) = (title, grid, pages, fonts, sheet, head, textPages, colophonTops);

    public string Title { get; }

    public LineGrid Grid { get; }

    public IReadOnlyList<Page> Pages { get; }

    public FontReport Fonts { get; }

    /// <summary>True when the main recipients would have kept the text off the first page and stand in the colophon (7.3.2).</summary>
    public bool RecipientsInColophon => Sheet.RecipientsInColophon;

    internal Sheet Sheet { get; }

    internal HeadPlaces Head { get; }

    /// <summary>Pages before one that holds the colophon alone, and a blank one before it.</summary>
    internal int TextPages { get; }

    /// <summary>Upper edge of each row of the colophon.</summary>
    internal IReadOnlyList<double> ColophonTops { get; }
}

/// <summary>One side of a sheet.</summary>
/// <param name="Seals">Where seals are to stand.</param>
public sealed record Page(int Number, bool ShowsNumber, IReadOnlyList<PageItem> Items, IReadOnlyList<SealPlace> Seals);

/// <summary>Something that stands on a page, and what element of the document it is.</summary>
public abstract record PageItem(Element Element, Ink Ink);

/// <summary>Characters of one face and size on one baseline.</summary>
/// <param name="Size">In points.</param>
/// <param name="Stretch">Width of the characters as a part of their natural one.</param>
/// <param name="Xs">Origin of each character.</param>
/// <param name="Right">Where the last one ends.</param>
public sealed record TextItem(Element Element, string Text, Face Face, double Size, double Stretch, Ink Ink, double Baseline, IReadOnlyList<double> Xs, double Right)
    : PageItem(Element, Ink)
{
    public double Left => Xs[0];

    /// <summary>Upper edge of the characters' squares.</summary>
    public double Top => Baseline - Paper.Ascent * Size * Paper.Point;

    public double Bottom => Top + Size * Paper.Point;
}

/// <summary>A horizontal rule.</summary>
/// <param name="Y">Its middle.</param>
public sealed record RuleItem(Element Element, Ink Ink, double X, double Y, double Length, double Thickness) : PageItem(Element, Ink);

/// <summary>Where a seal is to stand: its middle.</summary>
public sealed record SealPlace(string Organ, double X, double Y)
{
    public double Top => Y - Paper.Seal / 2;
}

/// <summary>Colour of print (5.2.4, 7.2.4).</summary>
public enum Ink
{
    Black,
    Red,
}
