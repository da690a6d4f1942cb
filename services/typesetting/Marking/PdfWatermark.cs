using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Layout;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Backoffice.Typesetting.Marking;

/// <summary>
/// Copies of PDF files, with the viewer's name over every page, or what became of the document across it. A copy is a file of its own: it has neither the
/// signature of what it is a copy of, which covers other bytes, nor comments, forms or attached files.
/// </summary>
public sealed class PdfWatermark(FontShelf shelf)
{
    /// <param name="text">Stands all over each page; empty for nothing.</param>
    /// <param name="across">Stands once across each page, large and red; empty for nothing.</param>
    /// <exception cref="FileNotMarkedException">The file is damaged or encrypted.</exception>
    public byte[] Copy(ReadOnlyMemory<byte> pdf, string text, string across = "")
    {
        try
        {
            using var original = XPdfForm.FromStream(new MemoryStream(pdf.ToArray()));
            using var copy = new PdfDocument();
            copy.Info.Title = $"{across}{text}";
            for (var number = 1; number <= original.PageCount; number++)
            {
                original.PageNumber = number;
                var page = copy.AddPage();
                (page.Width, page.Height) = (XUnit.FromPoint(original.PointWidth), XUnit.FromPoint(original.PointHeight));
                using (var graphics = XGraphics.FromPdfPage(page))
                    graphics.DrawImage(original, 0, 0, original.PointWidth, original.PointHeight);
                Overlay.Lay(Sheet(original.PointWidth * Paper.Point, original.PointHeight * Paper.Point, text, across), page, 0, 0);
            }
            using var written = new MemoryStream();
            copy.Save(written, closeStream: false);
            return written.ToArray();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The library says of damage whatever it stumbles over, down to Exception itself.
            throw new FileNotMarkedException(e);
        }
    }

    private byte[] Sheet(double width, double height, string text, string across) => new Overlay(shelf).Make(width, height, Tiling.Face, [text, across], (canvas, pen) =>
    {
        if (text.Length > 0)
            Tiling.Paint(canvas, pen, width, height, text);
        if (across.Length > 0)
            Tiling.PaintAcross(canvas, pen, width, height, across);
    });
}

/// <summary>A file that cannot be copied with a mark.</summary>
public sealed class FileNotMarkedException(Exception inner) : Exception("文件已损坏或者加密，无法加注水印 (damaged or encrypted; no watermark can be laid over it)", inner);
