using System.Globalization;
using System.Text;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Composition;

/// <summary>
/// Breaks a paragraph into lines. What may not begin or end a line is first drawn into the line by narrowing its punctuation,
/// else carried over, and the line is spread to its full width (避头尾).
/// </summary>
internal sealed class LineBreaker(Ruler ruler)
{
    private const string NeverFirst = "，。、；：？！）》〉」』】〕｝］”’…—％‰℃·,.;:?!)]}%々～";
    private const string NeverLast = "（《〈「『【〔｛［“‘([{￥＄№";
    private const string Closing = "，。、；：）》〉」』】〕”’";
    private const string Opening = "（《〈「『【〔“‘";
    private const double Tolerance = 0.01;

    /// <summary>How much of its square a punctuation mark can give up.</summary>
    private const double Squeeze = 0.45;

    public IReadOnlyList<SetLine> Break(Block block)
    {
        if (block.Columns.Count > 0)
            return [new SetLine([.. block.Columns.SelectMany(c => Around(c, block.Spans[0].Face, block.Size))])];
        var right = Paper.TextWidth - block.RightIndent * Paper.Cell;
        if (block.HasFixedLines)
            return [.. block.Text.Split('\n').Select(l => Aligned(Natural(Atoms([new Span(l, block.Spans[0].Face)], block.Size, right), 0), block.Alignment, right))];

        var lines = new List<SetLine>();
        var atoms = Atoms(block.Spans, block.Size, right - block.HangingIndent * Paper.Cell);
        for (var from = 0; from < atoms.Count;)
        {
            var left = (lines.Count == 0 ? block.FirstIndent : block.HangingIndent) * Paper.Cell;
            var to = EndOf(atoms, from, right - left);
            var line = atoms.GetRange(from, to - from);
            if (to < atoms.Count)
                line = TrimEnd(line);
            lines.Add(to < atoms.Count && block.Alignment == Alignment.Justified ? Spread(line, left, right) : Aligned(Fit(line, left, right), block.Alignment, right));
            from = to;
            while (from < atoms.Count && atoms[from].IsBlank)
                from++;
        }
        return lines;
    }

    /// <summary>True when a line may end between two characters.</summary>
    public static bool MayBreak(Rune before, Rune after) => !NeverLast.Contains(before.ToString(), StringComparison.Ordinal) && !NeverFirst.Contains(after.ToString(), StringComparison.Ordinal);

    private SetCharacter[] Around(Column column, Face face, double size)
    {
        var left = column.Middle - Paper.Left - ruler.WidthOf(column.Text, face, size) / 2;
        return [.. Natural(Atoms([new Span(column.Text, face)], size, Paper.TextWidth), left).Characters];
    }

    private static int EndOf(List<Atom> atoms, int from, double room)
    {
        var (to, width) = (from, 0.0);
        while (to < atoms.Count && (width + atoms[to].Width <= room + Tolerance || atoms[to].IsBlank))
            width += atoms[to++].Width;
        if (to == from)
            return from + 1;
        if (to == atoms.Count || MayBreakBefore(atoms, to))
            return to;

        // Drawn in: as much more as punctuation can make room for.
        var (further, needed) = (to, width);
        while (further < atoms.Count && further < to + 3)
        {
            needed += atoms[further++].Width;
            if ((further == atoms.Count || MayBreakBefore(atoms, further)) && needed - room <= SlackOf(atoms.GetRange(from, further - from)) + Tolerance)
                return further;
        }
        var back = to;
        while (back > from + 1 && !MayBreakBefore(atoms, back))
            back--;
        return back > from + 1 ? back : to;
    }

    private static bool MayBreakBefore(List<Atom> atoms, int index) => MayBreak(atoms[index - 1].Last, atoms[index].First);

    private static SetLine Spread(List<Atom> line, double left, double right)
    {
        var spare = right - left - line.Sum(a => a.Width);
        var gaps = line.Count - 1;
        // A long word that went to the next line leaves more than spreading can hide.
        return spare <= 0 || gaps == 0 || spare / gaps > Paper.Cell / 2 ? Fit(line, left, right) : Natural(line, left, spare / gaps);
    }

    // Too wide only where punctuation was counted on to give way.
    private static SetLine Fit(List<Atom> line, double left, double right)
    {
        var over = line.Sum(a => a.Width) - (right - left);
        var slack = SlackOf(line);
        return Natural(line, left, squeeze: over > 0 && slack > 0 ? Math.Min(1, over / slack) : 0);
    }

    // A mark that opens the line has nothing at its left to give up.
    private static double SlackOf(List<Atom> line) => line.Sum(a => a.Slack) - (line[0].Opens ? line[0].Slack : 0);

    private static SetLine Natural(List<Atom> line, double left, double gap = 0, double squeeze = 0)
    {
        var characters = new List<SetCharacter>();
        foreach (var atom in line)
        {
            var cut = atom == line[0] && atom.Opens ? 0 : atom.Slack * squeeze;
            // The blank of an opening mark is at its left.
            var x = left - (atom.Opens ? cut : 0);
            foreach (var (rune, face, width) in atom.Characters)
            {
                characters.Add(new SetCharacter(rune, face, x, atom.Opens ? width : width - cut));
                x += width;
            }
            left += atom.Width - cut + gap;
        }
        return new(characters);
    }

    private static SetLine Aligned(SetLine line, Alignment alignment, double right) => alignment switch
    {
        Alignment.Centred => line.Shifted((right - (line.Right - line.Left)) / 2 - line.Left),
        Alignment.Right => line.Shifted(right - line.Right),
        _ => line,
    };

    private static List<Atom> TrimEnd(List<Atom> line)
    {
        var end = line.Count;
        while (end > 1 && line[end - 1].IsBlank)
            end--;
        return line.GetRange(0, end);
    }

    private List<Atom> Atoms(IReadOnlyList<Span> spans, double size, double room)
    {
        var atoms = new List<Atom>();
        foreach (var span in spans)
            foreach (var rune in span.Text.EnumerateRunes())
            {
                var character = (rune, Ruler.FaceOf(span.Face, rune), ruler.WidthOf(span.Face, rune, size));
                if (atoms.Count > 0 && atoms[^1].Holds(rune) && atoms[^1].Width + character.Item3 <= room)
                    atoms[^1].Add(character);
                else
                    atoms.Add(new Atom(character));
            }
        return atoms;
    }

    /// <summary>What no line end divides: a character, a word or number, a dash or ellipsis of two.</summary>
    private sealed class Atom
    {
        public Atom((Rune Rune, Face Face, double Width) character) => Add(character);

        public List<(Rune Rune, Face Face, double Width)> Characters { get; } = [];

        public double Width { get; private set; }

        public Rune First => Characters[0].Rune;

        public Rune Last => Characters[^1].Rune;

        public bool IsBlank => Characters.Count == 1 && (First.Value == ' ' || Rune.GetUnicodeCategory(First) == UnicodeCategory.SpaceSeparator);

        public bool Opens => Opening.Contains(First.ToString(), StringComparison.Ordinal);

        public double Slack => Characters.Count == 1 && (Opens || Closing.Contains(First.ToString(), StringComparison.Ordinal)) ? Width * Squeeze : 0;

        public void Add((Rune Rune, Face Face, double Width) character)
        {
            Characters.Add(character);
            Width += character.Width;
        }

        public bool Holds(Rune next) => Ruler.IsWide(next) || Ruler.IsWide(Last)
            ? next == Last && next.Value is 0x2014 or 0x2026
            : !IsBlank && next.Value != ' ';
    }
}
