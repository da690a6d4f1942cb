using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Composition;

/// <summary>A piece of text in one face.</summary>
internal sealed record Span(string Text, Face Face);

internal enum Alignment
{
    Justified,
    Left,
    Centred,
    Right,
}

/// <summary>A paragraph of the page's flow. Indents are in 字 of the text, blanks in lines.</summary>
internal sealed record Block(Element Element, IReadOnlyList<Span> Spans)
{
    public Block(Element element, string text, Face face = Face.FangSong)
        : this(element, [new Span(text, face)])
    {
    }

    /// <summary>In points.</summary>
    public double Size { get; init; } = Paper.Size3;

    public Alignment Alignment { get; init; }

    public double FirstIndent { get; init; }

    /// <summary>Of the lines after the first.</summary>
    public double HangingIndent { get; init; }

    public double RightIndent { get; init; }

    public int BlankBefore { get; init; }

    public bool OnNewPage { get; init; }

    /// <summary>Signatures and date, which stay together and never stand on a page without text (7.3.5.5).</summary>
    public bool IsSignature { get; init; }

    /// <summary>True where the text's own line ends are the lines, as in a title.</summary>
    public bool HasFixedLines { get; init; }

    /// <summary>Names that stand side by side, each around its middle, in millimetres.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>What a row of a table has side by side; empty for what is no row.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    public string Text => string.Concat(Spans.Select(s => s.Text));
}

/// <summary>A name with the place of its seal.</summary>
internal sealed record Column(string Text, double Middle);

/// <summary>Everything of a document that flows over the pages, and what stands around the flow.</summary>
/// <param name="Head">版头</param>
/// <param name="Colophon">版记, row by row.</param>
internal sealed record Sheet(Head Head, IReadOnlyList<Block> Blocks, IReadOnlyList<ColophonRow> Colophon, bool RecipientsInColophon);

/// <summary>One row of the colophon: 抄送 or 主送 with its names, or the printing organ and date.</summary>
internal sealed record ColophonRow(Element Element, string Label, string Text, string Right);
