using System.Text;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using SkiaSharp;

namespace Backoffice.Typesetting.Marking;

/// <summary>Something drawn over pages that were made before: a sheet of its own, transparent where nothing stands, whose text can be searched.</summary>
internal sealed class Overlay(FontShelf shelf)
{
    /// <param name="width">In millimetres, the unit that is drawn in.</param>
    public byte[] Make(double width, double height, Face face, IEnumerable<string> texts, Action<SKCanvas, Pen> draw)
    {
        var typefaces = texts.SelectMany(t => t.EnumerateRunes()).Select(r => (Font: shelf.For(face, r), Rune: r)).Where(u => u.Font is not null)
            .GroupBy(u => u.Font!, u => u.Rune).ToDictionary(g => g.Key, g => g.Key.SubsetOf(g.Distinct()));
        try
        {
            using var stream = new MemoryStream();
            using (var pdf = SKDocument.CreatePdf(stream))
            {
                using var canvas = pdf.BeginPage((float)(width / Paper.Point), (float)(height / Paper.Point));
                canvas.Scale((float)(1 / Paper.Point));
                draw(canvas, new Pen(shelf, face, font => typefaces[font]));
                pdf.EndPage();
                pdf.Close();
            }
            return stream.ToArray();
        }
        finally
        {
            foreach (var typeface in typefaces.Values)
                typeface.Dispose();
        }
    }

    /// <summary>Lays it over the page of another file, its upper left corner at a place in millimetres.</summary>
    public static void Lay(byte[] overlay, PdfPage page, double x, double y)
    {
        using var form = XPdfForm.FromStream(new MemoryStream(overlay));
        using var graphics = XGraphics.FromPdfPage(page, XGraphicsPdfPageOptions.Append);
        graphics.DrawImage(form, x / Paper.Point, y / Paper.Point, form.PointWidth, form.PointHeight);
    }
}

/// <summary>Writes characters one by one, on a canvas whose unit is the millimetre.</summary>
internal sealed class Pen(FontShelf shelf, Face face, Func<Font, SKTypeface> typefaceOf)
{
    /// <summary>How long a line of text is.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(r => WidthOf(r) * size);

    /// <summary>A line from a place on; what no font has leaves its room empty.</summary>
    public void Write(SKCanvas canvas, string text, double x, double y, double size, SKPaint paint)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Write(canvas, rune, x, y, size, paint);
            x += WidthOf(rune) * size;
        }
    }

    public void Write(SKCanvas canvas, Rune rune, double x, double y, double size, SKPaint paint)
    {
        if (shelf.For(face, rune) is not { } font)
            return;
        using var skFont = new SKFont(typefaceOf(font), (float)size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true, Edging = SKFontEdging.Antialias };
        canvas.DrawText(rune.ToString(), (float)x, (float)y, SKTextAlign.Left, skFont, paint);
    }

    public double WidthOf(Rune rune) => shelf.For(face, rune)?.WidthOf(rune) ?? 1;
}
