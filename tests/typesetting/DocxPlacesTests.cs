using System.Globalization;
using System.Text.RegularExpressions;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Layout;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests;

/// <summary>Every form as DOCX, set by LibreOffice, beside our own PDF: the same stands in the same place, in millimetres.</summary>
public sealed partial class DocxPlacesTests(ShownByLibreOffice shown) : IClassFixture<ShownByLibreOffice>
{
    private const double Tolerance = 2;

    // Enough to tell the thinner rule of two from none.
    private const double PerMillimetre = 8;

    public static TheoryData<string> Names { get; } = [.. ShownByLibreOffice.Shown.Keys];

    // Where a page's zones begin and end.
    private static readonly Element[] Measured =
    [
        Element.CopyNumber, Element.Secrecy, Element.Urgency, Element.DocumentNumber, Element.Signer, Element.Title, Element.MainRecipients, Element.Body, Element.AttachmentNote,
        Element.Attendance, Element.Signatory, Element.FinalDate, Element.Remark, Element.AnnexLabel, Element.AnnexTitle, Element.CopyRecipients, Element.Printing,
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_element_stands_where_our_own_page_has_it(string sample)
    {
        var theirs = shown.Of(sample).Theirs;
        var document = Setters.Lay(ShownByLibreOffice.Shown[sample]);
        var astray = new List<string>();
        foreach (var element in Measured)
        {
            if (document.Pages.FirstOrDefault(p => p.Texts(element).Any()) is not { } page)
                continue;
            if (IsBehindFigures(sample, element))
                continue;
            var line = page.Lines(element)[0];
            var together = line.TakeWhile((t, i) => i == 0 || t.Left - line[i - 1].Right < 1);
            var (text, mine) = (Setters.WithoutBlanks(string.Concat(together.Select(t => t.Text))), new Place(line[0].Left, line[^1].Right, (line[0].Top + line[0].Bottom) / 2));
            // Where a line has the same words as another, the nearest is the one.
            var its = LinesWith(theirs, page.Number, text).MinBy(l => Math.Abs(l.Middle - mine.Middle));
            if (its is null || Math.Abs(mine.Middle - its.Middle) > Tolerance || mine.SideFrom(its) > Tolerance)
                astray.Add($"{element} {text} p{page.Number}: {mine} is {its}");
        }
        astray.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mark_and_red_rules_stand_where_our_own_page_has_them(string sample)
    {
        var (ours, theirs) = (Printed(shown.Of(sample).Ours), Printed(shown.Of(sample).Theirs));
        var (mine, its) = (ours.InkIn(PrintedPage.IsRed, left: 30, right: 182, bottom: MarkEnd(sample)), theirs.InkIn(PrintedPage.IsRed, left: 30, right: 182, bottom: MarkEnd(sample)));
        its.Top.ShouldBe(mine.Top, Tolerance);
        its.Bottom.ShouldBe(mine.Bottom, Tolerance);
        ((its.Left + its.Right) / 2).ShouldBe((mine.Left + mine.Right) / 2, Tolerance);
        var (myRules, itsRules) = (Outlines(ours), Outlines(theirs));
        itsRules.Count.ShouldBe(myRules.Count);
        foreach (var (mineRule, itsRule) in myRules.Zip(itsRules))
        {
            itsRule.Top.ShouldBe(mineRule.Top, Tolerance);
            itsRule.Left.ShouldBe(mineRule.Left, Tolerance);
            itsRule.Right.ShouldBe(mineRule.Right, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_fills_as_many_pages(string sample) =>
        Setters.Run("pdfinfo", shown.Of(sample).Theirs).ShouldMatch($@"Pages:\s+{Setters.Lay(ShownByLibreOffice.Shown[sample]).Pages.Count}\b");

    // LibreOffice sets figures apart from Chinese characters whatever the document says (autoSpaceDE, autoSpaceDN): three pages with
    // many figures have other line ends there, and what comes behind them stands elsewhere. Of the same text in words it is measured.
    private static bool IsBehindFigures(string sample, Element element) =>
        sample == "notice" && element is (Element.AttachmentNote or Element.Signatory or Element.FinalDate or Element.Remark);

    // Above the first rule, which is red too.
    private static double MarkEnd(string sample) => Setters.Lay(ShownByLibreOffice.Shown[sample]).Pages[0].Items.OfType<RuleItem>().Where(r => r.Ink == Ink.Red).Select(r => r.Y - 3).Prepend(Paper.Bottom).Min();

    // The two lines of a double rule are one here: how far they are from each other is the border's own.
    private static List<(double Left, double Right, double Top)> Outlines(PrintedPage page) =>
        [.. page.Rules(PrintedPage.IsRed).GroupBy(r => Math.Round(r.Top / 10)).Select(g => (g.Min(r => r.Left), g.Max(r => r.Right), g.Min(r => r.Top)))];

    private static PrintedPage Printed(string pdf)
    {
        var image = Path.ChangeExtension(pdf, null);
        Setters.Run("pdftoppm", "-r", $"{PerMillimetre * 25.4}", "-png", "-f", "1", "-l", "1", "-singlefile", pdf, image);
        return new PrintedPage(File.ReadAllBytes($"{image}.png"), PerMillimetre);
    }

    /// <summary>The lines of a page that begin as a text does.</summary>
    private static IEnumerable<Place> LinesWith(string pdf, int page, string text)
    {
        var words = Word().Matches(Setters.Run("pdftotext", "-bbox", "-f", $"{page}", "-l", $"{page}", pdf, "-")).Select(m => new PrintedWord(
            m.Groups[5].Value, Millimetres(m.Groups[1]), Millimetres(m.Groups[3]), (Millimetres(m.Groups[2]) + Millimetres(m.Groups[4])) / 2)).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            var line = words[i..].TakeWhile(w => Math.Abs(w.Middle - words[i].Middle) < 1.5).ToArray();
            // A line may end a little earlier or later there: other fonts, other widths.
            if (string.Concat(line.Select(w => w.Text)).StartsWith(text[..Math.Min(text.Length, 10)], StringComparison.Ordinal))
                yield return new Place(line[0].Left, line[^1].Right, line[0].Middle);
        }
    }

    private static double Millimetres(Group points) => double.Parse(points.Value, CultureInfo.InvariantCulture) * Paper.Point;

    [GeneratedRegex("<word xMin=\"([0-9.-]+)\" yMin=\"([0-9.-]+)\" xMax=\"([0-9.-]+)\" yMax=\"([0-9.-]+)\">(.*)</word>")]
    private static partial Regex Word();

    private sealed record PrintedWord(string Text, double Left, double Right, double Middle);

    private sealed record Place(double Left, double Right, double Middle)
    {
        /// <summary>What stands at the left, at the right or in the middle stays there, whatever room other fonts take.</summary>
        public double SideFrom(Place other) => new[] { Math.Abs(Left - other.Left), Math.Abs(Right - other.Right), Math.Abs(Left + Right - other.Left - other.Right) / 2 }.Min();
    }
}
