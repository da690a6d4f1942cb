using System.IO.Compression;

namespace Backoffice.Archive.Tests;

/// <summary>Files as offices have them, and as they should not.</summary>
internal static class Files
{
    public static byte[] Package(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(package.CreateEntry(name, CompressionLevel.Optimal).Open());
                writer.Write(text);
            }
        }
        return bytes.ToArray();
    }

    public static byte[] Docx(string text) => Package(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"));
}
