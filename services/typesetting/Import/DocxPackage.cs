using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Backoffice.Typesetting.Import;

/// <summary>Opens a DOCX from outside, once it is certain that it is one, small enough, and without macros or ties to elsewhere.</summary>
internal static class DocxPackage
{
    // As much text as the longest body has many times over, and as little as a machine can hold at once.
    private const long MostXml = 32L * 1024 * 1024;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static WordprocessingDocument Open(ReadOnlyMemory<byte> content)
    {
        // What is encrypted lies in the container of the old formats.
        if (content.Span.StartsWith(CompoundFile))
            throw new FileNotReadException(content.Span.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 ? "文件已加密，请解除密码后导入 (encrypted; remove the password)" : "旧格式 DOC，请另存为 DOCX (an old DOC file; save it as DOCX)");
        try
        {
            ExpectModestXml(content);
            var package = WordprocessingDocument.Open(new MemoryStream(content.ToArray()), isEditable: false);
            try
            {
                Expect(package);
                return package;
            }
            catch (FileNotReadException)
            {
                package.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or UriFormatException)
        {
            throw new FileNotReadException("文件已损坏，或者不是 DOCX (damaged, or no DOCX)", e);
        }
    }

    private static void Expect(WordprocessingDocument package)
    {
        if (package.DocumentType is not (WordprocessingDocumentType.Document or WordprocessingDocumentType.Template) || package.MainDocumentPart is { VbaProjectPart: not null })
            throw new FileNotReadException("含有宏 (carries macros)");
        if (package.MainDocumentPart?.Document?.Body is null)
            throw new FileNotReadException("文件已损坏，或者不是 DOCX (damaged, or no DOCX)");
        // A template, picture or frame fetched from elsewhere can change, and tells its owner who opens it.
        if (package.GetAllParts().SelectMany(p => p.ExternalRelationships).FirstOrDefault() is { } outside)
            throw new FileNotReadException($"引用外部内容：{outside.RelationshipType.Split('/')[^1]} (refers to content outside the file)");
    }

    // An entry can be longer than it says: what is really in it is counted.
    private static void ExpectModestXml(ReadOnlyMemory<byte> content)
    {
        using var zip = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
        var (left, buffer) = (MostXml, new byte[81920]);
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0)
                    throw new FileNotReadException("压缩内容异常 (unpacks to far more than a document holds)");
            }
        }
    }
}
