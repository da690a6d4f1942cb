using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Marking;
using SkiaSharp;

namespace Backoffice.Typesetting.Seals;

/// <summary>What a seal shows: the name of its organ around a star, and what is said of it across the middle.</summary>
/// <param name="Note">e.g. 测试印章; empty for none.</param>
/// <param name="Diameter">In millimetres.</param>
public sealed record SealImpression(string Organ, string Note, double Diameter)
{
    private const double NameSize = 0.12;
    private const double NoteSize = 0.105;
    private const double StarRadius = 0.14;
    private const double Arc = 250;

    private static readonly SKColor Red = new(0xE6, 0, 0);

    internal byte[] Draw(FontShelf shelf) => new Overlay(shelf).Make(Diameter, Diameter, Face.Song, [Organ, Note], (canvas, pen) =>
    {
        using var paint = new SKPaint { Color = Red, IsAntialias = true };
        canvas.Translate((float)(Diameter / 2), (float)(Diameter / 2));
        DrawRing(canvas);
        DrawStar(canvas, paint);
        DrawName(canvas, pen, paint);
        pen.Write(canvas, Note, -pen.WidthOf(Note, NoteSize * Diameter) / 2, Diameter * 0.33, NoteSize * Diameter, paint);
    });

    private void DrawRing(SKCanvas canvas)
    {
        using var ring = new SKPaint { Color = Red, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = (float)(Diameter * 0.028) };
        canvas.DrawCircle(0, 0, (float)(Diameter * 0.48), ring);
    }

    private void DrawStar(SKCanvas canvas, SKPaint paint)
    {
        using var star = new SKPathBuilder();
        for (var i = 0; i < 10; i++)
        {
            var radius = (i % 2 == 0 ? StarRadius : StarRadius * 0.382) * Diameter;
            var (sin, cos) = Math.SinCos(Math.PI * i / 5);
            var point = new SKPoint((float)(radius * sin), (float)(-radius * cos));
            if (i == 0)
                star.MoveTo(point);
            else
                star.LineTo(point);
        }
        star.Close();
        using var path = star.Detach();
        canvas.DrawPath(path, paint);
    }

    private void DrawName(SKCanvas canvas, Pen pen, SKPaint paint)
    {
        var runes = Organ.EnumerateRunes().ToArray();
        // A long name takes the whole arc and smaller characters; a short one stands close together.
        var size = Diameter * Math.Min(NameSize, 1.5 / Math.Max(1, runes.Length));
        var step = Math.Min(Arc / Math.Max(1, runes.Length - 1), 34);
        for (var i = 0; i < runes.Length; i++)
        {
            canvas.Save();
            canvas.RotateDegrees((float)((i - (runes.Length - 1) / 2.0) * step));
            pen.Write(canvas, runes[i], -pen.WidthOf(runes[i]) * size / 2, -Diameter * 0.44 + size * 0.86, size, paint);
            canvas.Restore();
        }
    }
}
