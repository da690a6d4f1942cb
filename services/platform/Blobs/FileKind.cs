using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Backoffice.Platform.Blobs;

/// <summary>What a file is, found by looking at its content; its name proves nothing.</summary>
/// <param name="MediaType">Empty when the file is not accepted.</param>
/// <param name="Why">Why it is not accepted; empty when it is.</param>
/// <param name="Text">Text that could be read from it, for the scan for secrecy marks; empty where there is none.</param>
public sealed record FileKind(string MediaType, string Why, string Text)
{
    /// <summary>No honest office file unpacks to more than this, or to more than a hundred times its size.</summary>
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const int MostRatio = 100;

    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string Pdf = "application/pdf";

    private static readonly (byte[] Start, string MediaType)[] Known =
    [
        ("%PDF-"u8.ToArray(), Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a], "image/png"),
        ([0xff, 0xd8, 0xff], "image/jpeg"),
        ("II*\0"u8.ToArray(), "image/tiff"),
        ("MM\0*"u8.ToArray(), "image/tiff"),
    ];

    private static readonly Regex Tags = new("<[^>]*>", RegexOptions.NonBacktracking);

    public static FileKind Of(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        foreach (var (start, mediaType) in Known)
        {
            if (bytes.StartsWith(start))
                return new FileKind(mediaType, "", "");
        }
        if (bytes.StartsWith("PK\x03\x04"u8))
            return OfPackage(content);
        return OfText(bytes);
    }

    private static FileKind Refused(string why) => new("", why, "");

    private static FileKind OfText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("#!"u8))
            return Refused("脚本 (a script)");
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Refused("文件类型不在允许范围 (none of PDF, OFD, DOCX, XLSX, PPTX, PNG, JPEG, TIFF, UTF-8 text)");
        }
        return text.Any(c => c < ' ' && c is not ('\n' or '\r' or '\t' or '\f'))
            ? Refused("文件类型不在允许范围 (binary content of unknown kind)")
            : new FileKind("text/plain", "", text);
    }

    private static FileKind OfPackage(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
            if (package.Entries.Count > 10_000 || package.Entries.Sum(e => e.Length) > Math.Min(MostUnpacked, (long)content.Length * MostRatio))
                return Refused("压缩内容异常 (unpacks to far more than its size)");
            var names = package.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return Refused("含有宏 (contains macros)");
            return MediaTypeOf(names) is { } mediaType ? new FileKind(mediaType, "", ReadText(package)) : Refused("压缩包 (an archive of files; attach them one by one)");
        }
        catch (InvalidDataException)
        {
            return Refused("文件已损坏 (damaged)");
        }
    }

    private static string? MediaTypeOf(HashSet<string> names) =>
        names.Contains("word/document.xml") ? Docx
        : names.Contains("xl/workbook.xml") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : names.Contains("ppt/presentation.xml") ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        : names.Contains("OFD.xml") ? "application/ofd"
        : null;

    /// <summary>The text of all XML parts, without tags. Sizes were checked; what the entry really unpacks to is checked while reading.</summary>
    private static string ReadText(ZipArchive package)
    {
        var text = new StringBuilder();
        var left = MostUnpacked;
        foreach (var entry in package.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            var buffer = new char[81920];
            int read;
            while ((read = reader.Read(buffer)) > 0 && (left -= read) > 0)
                text.Append(buffer, 0, read);
        }
        // A character can be written as its number, which must not hide it.
        return left > 0 ? WebUtility.HtmlDecode(Tags.Replace(text.ToString(), "")) : throw new InvalidDataException("A part is larger than its entry says.");
    }
}
