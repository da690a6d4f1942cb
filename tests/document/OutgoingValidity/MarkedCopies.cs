using PdfSharp.Pdf.IO;

namespace Backoffice.Document.Tests.OutgoingValidity;

/// <summary>Copies of pages that say what became of the document; how it looks is shown where copies are made.</summary>
internal static class MarkedCopies
{
    /// <summary>What stands over its pages, as a copy is titled; the title of the document where it is no copy.</summary>
    public static string MarkOf(byte[] pdf)
    {
        using var document = PdfReader.Open(new MemoryStream(pdf), PdfDocumentOpenMode.Import);
        return document.Info.Title;
    }
}
