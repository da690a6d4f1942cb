using System.Text;

namespace Backoffice.Typesetting.Import;

/// <summary>Reads a document from a file: DOCX, or plain text in the encodings it comes in.</summary>
public static class DocumentImport
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="FileNotReadException">The file is none that is read.</exception>
    public static ImportedFile Read(ReadOnlyMemory<byte> content, TrackedChanges changes) =>
        content.Span.StartsWith("PK\x03\x04"u8) || content.Span is [0xD0, 0xCF, 0x11, 0xE0, ..] ? DocxReader.Read(content, changes) : ReadText(TextOf(content.Span));

    private static ImportedFile ReadText(string text)
    {
        if (text.Any(c => c < ' ' && c is not ('\n' or '\r' or '\t' or '\f')))
            throw new FileNotReadException("文件类型不在允许范围 (neither DOCX nor plain text)");
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => new ReadLine(l));
        return new ImportedFile(ElementReader.Read(lines), new Dictionary<LeftOut, int>(), 0, 0);
    }

    // UTF-8 is told from the older Chinese encoding by its form, which no text of the other has by chance.
    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes[2..]),
                [0xEF, 0xBB, 0xBF, ..] => Strict(bytes[3..]),
                _ => IsUtf8(bytes) ? Strict(bytes) : Gb18030.GetString(bytes),
            };
        }
        catch (DecoderFallbackException e)
        {
            throw new FileNotReadException("文件类型不在允许范围 (neither DOCX nor plain text)", e);
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static string Strict(ReadOnlySpan<byte> bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
}
