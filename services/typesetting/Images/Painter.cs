using System.Text;
using Backoffice.Typesetting.Composition;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using SkiaSharp;

namespace Backoffice.Typesetting.Images;

/// <summary>Paints a page on a canvas whose unit is the millimetre.</summary>
/// <param name="typefaceOf">The typeface to draw a font's characters with: the font's own, or one with some of its characters.</param>
internal sealed class Painter(FontShelf shelf, Func<Font, SKTypeface> typefaceOf)
{
    public const Face WatermarkFace = Face.Hei;

    private const double WatermarkSize = 38;
    private const double NarrowInSquare = 0.75;

    // The red of official documents, pure so that it prints as one ink.
    private static readonly SKColor Red = new(0xE6, 0, 0);
    private static readonly SKColor Grey = new(0, 0, 0, 0x22);

    public void Paint(SKCanvas canvas, Page page, string watermark)
    {
        if (watermark.Length > 0)
            PaintWatermark(canvas, watermark);
        foreach (var item in page.Items)
            if (item is RuleItem rule)
                PaintRule(canvas, rule);
            else if (item is TextItem text)
                PaintText(canvas, text);
    }

    private static SKPaint PaintOf(Ink ink) => new() { Color = ink == Ink.Red ? Red : SKColors.Black, IsAntialias = true };

    private static void PaintRule(SKCanvas canvas, RuleItem rule)
    {
        using var paint = PaintOf(rule.Ink);
        canvas.DrawRect((float)rule.X, (float)(rule.Y - rule.Thickness / 2), (float)rule.Length, (float)rule.Thickness, paint);
    }

    private void PaintText(SKCanvas canvas, TextItem item)
    {
        using var paint = PaintOf(item.Ink);
        var (size, runes) = (item.Size * Paper.Point, item.Text.EnumerateRunes().ToArray());
        for (var from = 0; from < runes.Length;)
        {
            var font = shelf.For(item.Face, runes[from]);
            var to = from + 1;
            while (to < runes.Length && shelf.For(item.Face, runes[to]) == font)
                to++;
            if (font is not null)
                PaintRun(canvas, font, runes[from..to], [.. item.Xs.Skip(from).Take(to - from)], item.Baseline, size, item.Stretch, paint);
            else
                for (var i = from; i < to; i++)
                    PaintMissing(canvas, item.Xs[i], item.Baseline, size * item.Stretch, paint);
            from = to;
        }
    }

    private void PaintRun(SKCanvas canvas, Font font, Rune[] runes, double[] xs, double baseline, double size, double stretch, SKPaint paint)
    {
        using var skFont = new SKFont(typefaceOf(font), (float)size, (float)stretch) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true, Edging = SKFontEdging.Antialias };
        using var builder = new SKTextBlobBuilder();
        builder.AddHorizontalRun(
            [.. runes.Select(r => skFont.GetGlyph(r.Value))],
            skFont,
            [.. xs.Select((x, i) => (float)(x + InSquare(font, runes[i]) * size * stretch))],
            (float)baseline);
        using var blob = builder.Build();
        canvas.DrawText(blob, 0, 0, paint);
    }

    // A mark that its font has narrow stands at the side of its square that it belongs to.
    private static double InSquare(Font font, Rune rune)
    {
        if (!Ruler.IsWide(rune) || font.WidthOf(rune) is >= NarrowInSquare or 0)
            return 0;
        var spare = 1 - font.WidthOf(rune);
        return rune.Value switch { '“' or '‘' => spare, '”' or '’' => 0, _ => spare / 2 };
    }

    // 〓, the type turned over that printers put where a sort was missing.
    private static void PaintMissing(SKCanvas canvas, double x, double baseline, double size, SKPaint paint)
    {
        foreach (var y in (double[])[0.62, 0.22])
            canvas.DrawRect((float)(x + size * 0.1), (float)(baseline - size * y), (float)(size * 0.8), (float)(size * 0.2), paint);
    }

    private void PaintWatermark(SKCanvas canvas, string watermark)
    {
        var runes = watermark.EnumerateRunes().ToArray();
        if (shelf.For(WatermarkFace, runes[0]) is not { } font)
            return;
        using var paint = new SKPaint { Color = Grey, IsAntialias = true };
        canvas.Save();
        canvas.Translate((float)(Paper.Width / 2), (float)(Paper.Height / 2));
        canvas.RotateDegrees(-45);
        var left = -runes.Length * WatermarkSize / 2;
        PaintRun(canvas, font, runes, [.. runes.Select((_, i) => left + i * WatermarkSize)], WatermarkSize * 0.36, WatermarkSize, 1, paint);
        canvas.Restore();
    }
}
