using System.Globalization;
using Backoffice.Typesetting.Layout;

namespace Backoffice.Typesetting.Docx;

/// <summary>The units of WordprocessingML.</summary>
internal static class Twips
{
    private const double PerInch = 1440;

    /// <summary>In millimetres.</summary>
    public const double One = 25.4 / PerInch;

    /// <summary>Lines of a page divide the text block evenly, rounded down so that all of them fit.</summary>
    public static int LineOf(LineGrid grid) => (int)(Of(Paper.TextHeight) / (double)grid.Lines);

    public static int Of(double millimetres) => (int)Math.Round(millimetres * PerInch / 25.4);

    public static string Text(double millimetres) => Of(millimetres).ToString(CultureInfo.InvariantCulture);

    /// <summary>Rounded so that what follows stands no lower.</summary>
    public static int Down(double millimetres) => (int)Math.Floor(millimetres * PerInch / 25.4);

    /// <summary>Size of type in half points.</summary>
    public static string HalfPoints(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Thickness of a border in eighths of a point.</summary>
    public static uint EighthPoints(double millimetres) => (uint)Math.Round(millimetres / Paper.Point * 8);
}
