namespace Backoffice.Typesetting.CleanCopies;

/// <summary>
/// What leaves the house shows everything it holds: no revisions, comments, authors, hidden text or earlier versions (features B36).
/// DOCX, XLSX, PPTX and PDF are opened and looked through. Pictures, OFD and plain text are not opened: what they show is, but for a
/// camera's notes, what they hold.
/// </summary>
public static class CleanCopy
{
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> Pdf => "%PDF-"u8;

    /// <summary>Everything hidden in a file, each kind once; empty for a clean copy.</summary>
    /// <exception cref="FileNotCleanedException">The file is damaged or encrypted: nobody can say what is in it.</exception>
    public static IReadOnlyList<HiddenContent> Inspect(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith(Zip) ? OfficePackage.Inspect(content) : content.Span.StartsWith(Pdf) ? PdfPackage.Inspect(content) : [];

    /// <summary>
    /// The same file without what is hidden in it. Tracked changes are accepted, as whoever prints the file sees it; the picture of an
    /// embedded object stays. Hidden sheets, rows, columns, slides and speaker notes go as hidden text does; a figure that rested on them stays
    /// without its formula.
    /// </summary>
    /// <exception cref="FileNotCleanedException">It cannot be done without changing what the file shows or proves.</exception>
    public static byte[] Clean(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith(Zip) ? OfficePackage.Clean(content) : content.Span.StartsWith(Pdf) ? PdfPackage.Clean(content) : content.ToArray();
}
