using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using SkiaSharp;

namespace Backoffice.Typesetting.Images;

/// <summary>Shows a page of a laid-out document as PNG.</summary>
public sealed class PageImage(FontShelf shelf)
{
    private const double MillimetresPerInch = 25.4;

    /// <param name="page">From 1.</param>
    public byte[] Write(LaidOutDocument document, int page, int dotsPerInch, string watermark = "")
    {
        var scale = dotsPerInch / MillimetresPerInch;
        using var bitmap = new SKBitmap((int)Math.Round(Paper.Width * scale), (int)Math.Round(Paper.Height * scale));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale((float)scale);
        new Painter(shelf, font => font.Typeface).Paint(canvas, document.Pages[page - 1], watermark);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
