using System.IO.Compression;
using System.Text;
using Backoffice.Typesetting.CleanCopies;
using Backoffice.Typesetting.Import;
using CsCheck;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests.Import;

/// <summary>Files that no word processor wrote. Each is read, or refused in one way.</summary>
public sealed class GarbageTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static TheoryData<string, string> Parts { get; } = new()
    {
        { "word/document.xml", "" },
        { "word/document.xml", "<foo/>" },
        { "word/document.xml", $"<w:document {W}/>" },
        { "word/document.xml", $"<w:document {W}><w:body><w:p>" },
        { "word/document.xml", $"<w:document {W}><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"99999999999\"/><w:numId w:val=\"x\"/></w:numPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document>" },
        { "word/document.xml", $"<w:document {W}><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val=\"-3\"/><w:numId w:val=\"1\"/></w:numPr><w:jc w:val=\"nowhere\"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document>" },
        { "word/document.xml", $"<w:document {W}><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc><w:tc/></w:tr><w:tr/></w:tbl></w:body></w:document>" },
        { "word/document.xml", $"<w:document {W}><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"two\"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>" },
        { "word/document.xml", $"<w:document {W}><w:body><w:t>裸</w:t><w:p><w:br w:type=\"odd\"/><w:r><w:rPr><w:vanish w:val=\"maybe\"/></w:rPr><w:t>文</w:t></w:r></w:p></w:body></w:document>" },
        { "word/numbering.xml", $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"-2147483648\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1%2%9%0\"/></w:lvl><w:lvl/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num/></w:numbering>" },
        { "word/numbering.xml", $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"2147483647\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>" },
        { "[Content_Types].xml", "<Types/>" },
        { "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"b\" Target=\"http://[\"/></Relationships>" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_DOCX_with_garbage_in_a_part_is_read_or_refused(string part, string text) => ReadOrRefused(With(part, text));

    [Fact]
    public void A_DOCX_cut_off_or_with_wrong_bytes_is_read_or_refused()
    {
        var whole = Numbered();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            ReadOrRefused(whole[..at]);
            var wrong = whole.ToArray();
            wrong[at] = value;
            ReadOrRefused(wrong);
        }, iter: 200);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[1, 200].Sample(ReadOrRefused, iter: 2_000);

    private static void ReadOrRefused(byte[] content)
    {
        try
        {
            DocumentImport.Read(content, TrackedChanges.Accept).Document.ShouldNotBeNull();
        }
        catch (FileNotReadException e)
        {
            e.Message.ShouldNotBeEmpty();
        }
        try
        {
            CleanCopy.Inspect(content).ShouldNotBeNull();
            CleanCopy.Clean(content).ShouldNotBeNull();
        }
        catch (FileNotCleanedException e)
        {
            e.Message.ShouldNotBeEmpty();
        }
    }

    private static byte[] Numbered() => WordFile.With((main, body) =>
    {
        WordFile.AddOutline(main, 1);
        body.Append(WordFile.Numbered("总体要求", 1, 0), WordFile.Numbered("落实责任", 1, 1), WordFile.Rows(["甲", "2"]));
    });

    private static byte[] With(string part, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(Numbered());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
        return stream.ToArray();
    }
}
