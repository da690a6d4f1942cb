using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using Backoffice.Typesetting.Marking;
using SkiaSharp;

namespace Backoffice.Typesetting.Images;

/// <summary>Shows a page of a laid-out document as PNG.</summary>
public sealed class PageImage(FontShelf shelf)
{
    private const double MillimetresPerInch = 25.4;

    /// <param name="page">From 1.</param>
    /// <param name="viewer">Whose copy it is, over the whole page; empty for nothing.</param>
    public byte[] Write(LaidOutDocument document, int page, int dotsPerInch, string watermark = "", string viewer = "")
    {
        var scale = dotsPerInch / MillimetresPerInch;
        using var bitmap = new SKBitmap((int)Math.Round(Paper.Width * scale), (int)Math.Round(Paper.Height * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        new Painter(shelf, font => font.Typeface).Paint(canvas, document.Pages[page - 1], watermark);
        if (viewer.Length > 0)
            Tiling.Paint(canvas, new Pen(shelf, Tiling.Face, font => font.Typeface), Paper.Width, Paper.Height, viewer);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
