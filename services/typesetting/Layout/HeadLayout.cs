using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Fonts;

namespace Backoffice.Typesetting.Layout;

/// <summary>版头 in its places, and the line on which the flow begins below it.</summary>
internal sealed record HeadPlaces(IReadOnlyList<PageItem> Items, int FirstLine, double MarkSize, double MarkStretch, double MarkTop, double MarkHeight, double NumberTop);

/// <summary>
/// Places the head (7.2, 10). The standard leaves the size of the mark to the organ: it is chosen so that two blank lines below
/// the mark, the number, the rule and two blank lines more end on a line of the page.
/// </summary>
internal sealed class HeadLayout(Ruler ruler, FontShelf shelf, LineGrid grid)
{
    private const int BlankLines = 2;
    private const int MostExtraLinesOfJointMark = 5;
    private const double LetterMarkHeight = 14;
    private const double LowestMark = 12;

    public HeadPlaces Of(Head head, int extraMarkLines)
    {
        var top = head.Format switch
        {
            PageFormat.Letter => Paper.LetterMarkTop,
            PageFormat.Order => Paper.Top + Paper.OrderMarkBelowTop,
            _ => Paper.Top + Paper.MarkBelowTop,
        };
        var below = BlankLines * grid.Pitch + Paper.Character + (head.Format == PageFormat.Order ? 0 : Paper.RuleBelow) + BlankLines * grid.Pitch;
        var height = head.Format == PageFormat.Letter ? LetterMarkHeight : HeightToFit(top, below) + Math.Min(extraMarkLines, MostExtraLinesOfJointMark) * grid.Pitch;
        var mark = new MarkLayout(shelf).Of(head, top, height);
        return head.Format == PageFormat.Letter ? Letter(head, mark, top, height) : Standard(head, mark, top, height, below);
    }

    private double HeightToFit(double top, double below)
    {
        var line = grid.LineAt(top + LowestMark + below);
        return Math.Min(Paper.HighestMark, grid.TopOf(line) - below - top);
    }

    private HeadPlaces Standard(Head head, MarkPlaces mark, double top, double height, double below)
    {
        var signerLines = Math.Max(1, (head.Signers.Count + 1) / 2) - 1;
        var numberTop = top + height + BlankLines * grid.Pitch + signerLines * grid.Pitch;
        var items = new List<PageItem>([.. Corner(head, Paper.Top, grid.Pitch), .. mark.Items, .. Number(head, numberTop)]);
        if (head.IsUpward)
            items.AddRange(SignersOf(head, numberTop - signerLines * grid.Pitch));
        if (head.Format != PageFormat.Order)
            items.Add(new RuleItem(Element.HeadRule, Ink.Red, Paper.Left, numberTop + Paper.Character + Paper.RuleBelow + Paper.RedRuleThickness / 2, Paper.TextWidth, Paper.RedRuleThickness));
        return new(items, grid.LineAt(top + height + below + signerLines * grid.Pitch - grid.Pitch / 2), mark.Size, mark.Stretch, top, height, numberTop);
    }

    private HeadPlaces Letter(Head head, MarkPlaces mark, double top, double height)
    {
        var rule = top + height + Paper.RuleBelow;
        var numberTop = rule + Paper.ThickRule + Paper.DoubleRuleGap + Paper.ThinRule + Paper.LetterGap;
        var rows = new[] { head.CopyNumber, head.Secrecy, head.Urgency }.Count(t => t.Length > 0);
        var lowest = numberTop + Math.Max(0, rows - 1) * grid.Pitch;
        var lower = Paper.Height - Paper.LetterRuleFromBottom;
        PageItem[] items =
        [
            .. mark.Items,
            .. DoubleRule(rule, Paper.ThickRule, Paper.ThinRule),
            .. Corner(head, numberTop, grid.Pitch, packed: true),
            .. NumberAtRight(head, numberTop),
            // Its lower edge is what stands 20 mm from the bottom of the sheet.
            .. DoubleRule(lower - Paper.ThickRule - Paper.DoubleRuleGap - Paper.ThinRule, Paper.ThinRule, Paper.ThickRule),
        ];
        return new(items, grid.LineAt(lowest + (BlankLines + 1) * grid.Pitch - grid.Pitch / 2), mark.Size, mark.Stretch, top, height, numberTop);
    }

    private static IEnumerable<RuleItem> DoubleRule(double top, double first, double second)
    {
        const double left = (Paper.Width - Paper.LetterRuleWidth) / 2;
        yield return new(Element.HeadRule, Ink.Red, left, top + first / 2, Paper.LetterRuleWidth, first);
        yield return new(Element.HeadRule, Ink.Red, left, top + first + Paper.DoubleRuleGap + second / 2, Paper.LetterRuleWidth, second);
    }

    // 7.2.1 to 7.2.3: copy number on the first line, secrecy on the second, urgency below what is there.
    private IEnumerable<PageItem> Corner(Head head, double top, double pitch, bool packed = false)
    {
        var line = 0;
        var items = new List<PageItem>();
        if (head.CopyNumber.Length > 0)
            items.AddRange(ruler.Items(Element.CopyNumber, head.CopyNumber, Face.FangSong, Paper.Size3, Paper.Left, top + line++ * pitch));
        if (head.Secrecy.Length > 0)
        {
            line = packed ? line : 1;
            items.AddRange(ruler.Items(Element.Secrecy, head.Secrecy, Face.Hei, Paper.Size3, Paper.Left, top + line++ * pitch));
        }
        if (head.Urgency.Length > 0)
            items.AddRange(ruler.Items(Element.Urgency, head.Urgency, Face.Hei, Paper.Size3, Paper.Left, top + line * pitch));
        return items;
    }

    private IEnumerable<PageItem> Number(Head head, double top)
    {
        if (head.Number.Length == 0)
            return [];
        var x = head.IsUpward ? Paper.Left + Paper.Cell : Paper.Left + (Paper.TextWidth - ruler.WidthOf(head.Number, Face.FangSong)) / 2;
        return ruler.Items(Element.DocumentNumber, head.Number, Face.FangSong, Paper.Size3, x, top);
    }

    private IEnumerable<PageItem> NumberAtRight(Head head, double top) => head.Number.Length == 0
        ? []
        : ruler.Items(Element.DocumentNumber, head.Number, Face.FangSong, Paper.Size3, Paper.Right - ruler.WidthOf(head.Number, Face.FangSong), top);

    // 7.2.6: two names a line, the second row under the names of the first.
    private List<PageItem> SignersOf(Head head, double top)
    {
        const string label = "签发人：";
        var column = (Math.Max(3, head.Signers.Max(s => s.Length)) + 1) * Paper.Cell;
        var perLine = Math.Min(2, head.Signers.Count);
        var names = Paper.Right - Paper.Cell - perLine * column + Paper.Cell;
        var items = new List<PageItem>(ruler.Items(Element.Signer, label, Face.FangSong, Paper.Size3, names - label.Length * Paper.Cell, top));
        for (var i = 0; i < head.Signers.Count; i++)
            items.AddRange(ruler.Items(Element.Signer, head.Signers[i], Face.Kai, Paper.Size3, names + i % 2 * column, top + i / 2 * grid.Pitch));
        return items;
    }
}
