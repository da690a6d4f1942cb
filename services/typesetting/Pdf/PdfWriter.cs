using System.Text;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Images;
using Backoffice.Typesetting.Layout;
using SkiaSharp;

namespace Backoffice.Typesetting.Pdf;

/// <summary>Writes a laid-out document as PDF/A with the fonts it uses, cut to its characters; the same document gives the same bytes.</summary>
public sealed class PdfWriter(FontShelf shelf)
{
    /// <param name="watermark">Stands across every page, such as 样稿; empty for none.</param>
    public byte[] Write(LaidOutDocument document, string watermark = "")
    {
        using var subsets = new Subsets(shelf, document, watermark);
        var painter = new Painter(shelf, subsets.Of);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = document.Title.ReplaceLineEndings(""), PdfA = true, RasterDpi = 300, EncodingQuality = 101 }))
        {
            foreach (var page in document.Pages)
            {
                using var canvas = pdf.BeginPage((float)(Paper.Width / Paper.Point), (float)(Paper.Height / Paper.Point));
                canvas.Scale((float)(1 / Paper.Point));
                painter.Paint(canvas, page, watermark);
                pdf.EndPage();
            }
            pdf.Close();
        }
        return PdfIdentity.Settle(stream.ToArray());
    }

    /// <summary>For each font that is used, one with the characters of this document.</summary>
    private sealed class Subsets : IDisposable
    {
        private readonly Dictionary<Font, SKTypeface> _typefaces;

        public Subsets(FontShelf shelf, LaidOutDocument document, string watermark) =>
            _typefaces = document.Pages.SelectMany(p => p.Items).OfType<TextItem>().Select(i => (i.Face, i.Text)).Append((Painter.WatermarkFace, watermark))
                .SelectMany(t => t.Item2.EnumerateRunes().Select(r => (Font: shelf.For(t.Item1, r), Rune: r)))
                .Where(u => u.Font is not null)
                .GroupBy(u => u.Font!, u => u.Rune)
                .ToDictionary(g => g.Key, g => g.Key.SubsetOf(g.Distinct()));

        public SKTypeface Of(Font font) => _typefaces[font];

        public void Dispose()
        {
            foreach (var typeface in _typefaces.Values)
                typeface.Dispose();
        }
    }
}
