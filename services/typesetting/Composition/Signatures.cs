using Backoffice.Regulations.Documents;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Composition;

/// <summary>署名、成文日期 and the room for seals (7.3.5).</summary>
internal sealed class Signatures(Ruler ruler)
{
    // Between seals that neither touch nor cross.
    private const double SealPitch = Paper.Seal + 3;
    private const double SealIndent = 4;
    private const double PlainIndent = 2;

    /// <summary>Lines from one row of seals to the next.</summary>
    private const int LinesPerSealRow = 5;

    public IEnumerable<Block> Of(OfficialDocument document)
    {
        var organs = document.Signatories.Count > 0 ? document.Signatories : document.Organs;
        var blocks = document switch
        {
            { Officer: { } officer } => Stamped(officer, document.Date),
            // 纪要 names its organ in the mark and bears no signature.
            { Format: PageFormat.Minutes, Signatories.Count: 0 } => document.Date is { } day ? [DateAt(day, SealIndent) with { BlankBefore = 1 }] : [],
            // Around a name as wide as the line no seal can be centred; names stand below each other then.
            { Seal: SealKind.OrganSeal } when organs.Max(o => ruler.CellsOf(o, Face.FangSong)) < Paper.CharactersPerLine - PlainIndent => organs.Count > 1 ? JointlySealed(organs, document.Date) : Sealed(organs[0], document.Date),
            _ => Unsealed(organs, document.Date),
        };
        return blocks.Select(b => b with { IsSignature = true });
    }

    // 7.3.5.1: the date four characters from the right, the name centred over it.
    private IEnumerable<Block> Sealed(string organ, DateOnly? date)
    {
        var (name, day) = (ruler.CellsOf(organ, Face.FangSong), date is { } d ? ruler.CellsOf(FinalDate.Print(d), Face.FangSong) : 0);
        var indent = SealIndent + (day - name) / 2;
        // A name too long to be centred over the date takes the date along.
        var shift = Math.Max(0, PlainIndent - indent);
        yield return NameAt(organ, indent + shift) with { BlankBefore = 2 };
        if (date is { } printed)
            yield return DateAt(printed, SealIndent + shift);
    }

    private IEnumerable<Block> JointlySealed(IReadOnlyList<string> organs, DateOnly? date)
    {
        var widest = organs.Max(o => ruler.WidthOf(o, Face.FangSong));
        var perRow = widest <= SealPitch - 1 ? 3 : widest <= Paper.TextWidth / 2 - 4 ? 2 : 1;
        var pitch = perRow == 3 ? SealPitch : Math.Max(SealPitch, widest + Paper.Cell);
        var day = date is { } d ? ruler.CellsOf(FinalDate.Print(d), Face.FangSong) : 0;
        var last = Math.Min(Paper.Right - (SealIndent + day / 2) * Paper.Cell, Paper.Right - Math.Max(widest, Paper.Seal) / 2);
        var row = 0;
        foreach (var names in organs.Chunk(perRow))
        {
            // The last row ends at the date, the first above it at the same columns.
            var first = last - ((row + 1) * perRow >= organs.Count ? names.Length - 1 : perRow - 1) * pitch;
            yield return new Block(Element.Signatory, string.Join('\u3000', names))
            {
                Columns = [.. names.Select((n, i) => new Column(n, first + i * pitch))],
                BlankBefore = row++ == 0 ? 2 : LinesPerSealRow - 1,
            };
        }
        if (date is { } printed)
            yield return DateAt(printed, (Paper.Right - last) / Paper.Cell - day / 2);
    }

    // 7.3.5.2: the name two from the right, the date's first character two to the right of the name's.
    private IEnumerable<Block> Unsealed(IReadOnlyList<string> organs, DateOnly? date)
    {
        var widths = organs.Select(o => ruler.CellsOf(o, Face.FangSong)).ToArray();
        var day = date is { } d ? ruler.CellsOf(FinalDate.Print(d), Face.FangSong) : 0;
        // A date that would end further right than two from the edge stays there, and the names move left.
        var left = Math.Max(PlainIndent + widths.Max(), date is null ? 0 : PlainIndent + day + 2);
        for (var i = 0; i < organs.Count; i++)
            yield return NameAt(organs[i], left - widths[i]) with { BlankBefore = i == 0 ? 1 : 0 };
        if (date is { } printed)
            yield return DateAt(printed, left - 2 - day);
    }

    // 7.3.5.3: two lines below the text, the stamp four from the right, the post two left of it.
    private static IEnumerable<Block> Stamped(SigningOfficer officer, DateOnly? date)
    {
        yield return new Block(Element.Signatory, [new Span(officer.Post + "\u3000\u3000", Face.FangSong), new Span(officer.Name, Face.Kai)])
        {
            Alignment = Alignment.Right,
            RightIndent = SealIndent,
            BlankBefore = 2,
        };
        if (date is { } day)
            yield return DateAt(day, SealIndent) with { BlankBefore = 1 };
    }

    private static Block NameAt(string name, double indent) => new(Element.Signatory, name) { Alignment = Alignment.Right, RightIndent = indent };

    private static Block DateAt(DateOnly date, double indent) => new(Element.FinalDate, FinalDate.Print(date)) { Alignment = Alignment.Right, RightIndent = indent };
}
