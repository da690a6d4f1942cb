using System.Globalization;
using Backoffice.Typesetting.Layout;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Docx;

/// <summary>
/// Lines of exact height as word processors set them: the characters stand low in theirs, with a fifth of it below the baseline,
/// where our pages count a line from the upper edge of its characters.
/// </summary>
internal static class LineBox
{
    /// <summary>
    /// Upper edge of the text block: as far up as 5.2.1 lets it be (37 mm ± 1 mm), for the first characters stand below it by more
    /// than that.
    /// </summary>
    public const double TextTop = Paper.Top - 1;

    private const double Baseline = 0.8;

    /// <summary>Upper edge of the line in which characters of a size have theirs at a height.</summary>
    public static double TopFor(double characters, double size, double height) => TopForBaseline(characters + Paper.Ascent * size * Paper.Point, height);

    public static double TopForBaseline(double baseline, double height) => baseline - Baseline * height;

    /// <summary>Height of a line that begins at a height, and whose characters have their upper edge at another.</summary>
    public static double HeightFor(double top, double characters, double size) => (characters + Paper.Ascent * size * Paper.Point - top) / Baseline;

    /// <summary>A line of a height that is in no style, and what is kept free above it; in millimetres.</summary>
    public static SpacingBetweenLines Exact(double height, double before = 0) => new()
    {
        Before = Math.Max(0, Twips.Of(before)).ToString(CultureInfo.InvariantCulture),
        After = "0",
        Line = Math.Max(1, Twips.Of(height)).ToString(CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.Exact,
    };
}
