using Backoffice.Typesetting.Fonts;
using SkiaSharp;

namespace Backoffice.Typesetting.Marking;

/// <summary>A text over the whole of a sheet in slanting rows: whatever part of it is photographed says whose copy it is.</summary>
internal static class Tiling
{
    public const Face Face = Fonts.Face.Hei;

    private const double Size = 5;
    private const double RowPitch = 38;
    private const double Gap = 18;
    private const float Slant = -30;

    // Of the shorter side of the sheet, at the most.
    private const double LongestAcross = 0.9;
    private const double LargestAcross = 38;

    private static readonly SKColor Grey = new(0, 0, 0, 0x26);
    private static readonly SKColor Red = new(0xE6, 0, 0, 0x66);

    public static void Paint(SKCanvas canvas, Pen pen, double width, double height, string text)
    {
        using var paint = new SKPaint { Color = Grey, IsAntialias = true };
        var reach = Math.Sqrt(width * width + height * height) / 2;
        var step = pen.WidthOf(text, Size) + Gap;
        canvas.Save();
        canvas.Translate((float)(width / 2), (float)(height / 2));
        canvas.RotateDegrees(Slant);
        var row = 0;
        for (var y = -reach; y < reach; y += RowPitch, row++)
            // Every other row begins half a text later, so that no column stays free.
            for (var x = -reach - (row % 2 * step / 2); x < reach; x += step)
                pen.Write(canvas, text, x, y, Size, paint);
        canvas.Restore();
    }

    /// <summary>Once from corner to corner, to be seen before anything else is read.</summary>
    public static void PaintAcross(SKCanvas canvas, Pen pen, double width, double height, string text)
    {
        using var paint = new SKPaint { Color = Red, IsAntialias = true };
        var size = Math.Min(LargestAcross, Math.Min(width, height) * LongestAcross / pen.WidthOf(text, 1));
        canvas.Save();
        canvas.Translate((float)(width / 2), (float)(height / 2));
        canvas.RotateDegrees(-45);
        pen.Write(canvas, text, -pen.WidthOf(text, size) / 2, size * 0.36, size, paint);
        canvas.Restore();
    }
}
