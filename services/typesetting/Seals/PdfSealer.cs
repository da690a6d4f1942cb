using System.Security.Cryptography.X509Certificates;
using Backoffice.Typesetting.Fonts;
using Backoffice.Typesetting.Marking;
using PdfSharp.Drawing;
using PdfSharp.Pdf.IO;
using PdfSharp.Pdf.Signatures;

namespace Backoffice.Typesetting.Seals;

/// <summary>Where a seal stands: the page, from 1, and its middle in millimetres from the upper left corner.</summary>
public sealed record SealSpot(int Page, double X, double Y);

/// <summary>A seal and the places on which it stands.</summary>
public sealed record PlacedSeal(SealImpression Impression, IReadOnlyList<SealSpot> Spots);

/// <summary>Puts seals on a PDF: visible on the page, and as a detached CMS signature over the whole file (ISO 32000-1, 12.8).</summary>
public sealed class PdfSealer(FontShelf shelf)
{
    /// <param name="reason">What the signature says it was made for.</param>
    public async Task<byte[]> SealAsync(ReadOnlyMemory<byte> pdf, IReadOnlyList<PlacedSeal> seals, X509Certificate2 certificate, string reason)
    {
        using var document = PdfReader.Open(new MemoryStream(pdf.ToArray()), PdfDocumentOpenMode.Modify);
        foreach (var (impression, spots) in seals)
        {
            var drawn = impression.Draw(shelf);
            foreach (var spot in spots)
                Overlay.Lay(drawn, document.Pages[Math.Min(spot.Page, document.PageCount) - 1], spot.X - impression.Diameter / 2, spot.Y - impression.Diameter / 2);
        }
        var organs = string.Join('、', seals.Select(s => s.Impression.Organ));
        // The seal that is seen stands on the page, so that a copy shows it; the field of the signature shows nothing.
        DigitalSignatureHandler.ForDocument(
            document,
            new PdfSharpDefaultSigner(certificate, PdfMessageDigestType.SHA256),
            new DigitalSignatureOptions { Reason = reason, Location = organs, ContactInfo = organs, AppName = "Backoffice", Rectangle = new XRect(0, 0, 0, 0), PageIndex = 0 });
        using var sealedFile = new MemoryStream();
        await document.SaveAsync(sealedFile, closeStream: false);
        return sealedFile.ToArray();
    }
}
