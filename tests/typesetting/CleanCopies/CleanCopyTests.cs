using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Backoffice.Typesetting.CleanCopies;
using Backoffice.Typesetting.Docx;
using Backoffice.Typesetting.Import;
using Backoffice.Typesetting.Pdf;
using Backoffice.Typesetting.Tests.Import;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Shouldly;
using Xunit;

namespace Backoffice.Typesetting.Tests.CleanCopies;

public sealed class CleanCopyTests
{
    public static TheoryData<string> All { get; } = [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_program_writes_itself_is_clean(string sample)
    {
        var pages = Setters.Lay(Samples.All[sample]);
        foreach (var watermark in (string[])["", "样稿"])
        {
            CleanCopy.Inspect(new DocxWriter(Setters.Shelf).Write(pages, watermark)).ShouldBeEmpty();
            CleanCopy.Inspect(new PdfWriter(Setters.Shelf).Write(pages, watermark)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Everything_hidden_in_a_DOCX_is_found_and_its_clean_copy_shows_the_same()
    {
        var dirty = WordFile.With((main, body) =>
        {
            var package = (WordprocessingDocument)main.OpenXmlPackage;
            (package.PackageProperties.Creator, package.PackageProperties.LastModifiedBy) = ("张三", "李四");
            package.AddExtendedFilePropertiesPart().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(new DocumentFormat.OpenXml.ExtendedProperties.Company("江州市民政局"));
            package.AddCustomFilePropertiesPart().Properties = new DocumentFormat.OpenXml.CustomProperties.Properties();
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(WordFile.By(new Comment { Id = "1" }, WordFile.Line("再核")), WordFile.By(new Comment { Id = "2" }, WordFile.Line("数字？")));
            main.AddNewPart<WordprocessingPeoplePart>().People = new DocumentFormat.OpenXml.Office2013.Word.People(new DocumentFormat.OpenXml.Office2013.Word.Person { Author = "张三" });
            var settings = main.AddNewPart<DocumentSettingsPart>();
            settings.Settings = new Settings(new AttachedTemplate { Id = "rId9" }, new Rsids(new RsidRoot { Val = "00A1B2C3" }));
            settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("file:///C:/a.dotx"), "rId9");
            using (var embedded = main.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx.ContentType).GetStream())
                embedded.Write("PK"u8);
            var joined = new Paragraph(new ParagraphProperties(new ParagraphMarkRunProperties(WordFile.By(new Deleted()))), WordFile.Words("两段合"));
            body.Append(
                WordFile.Line(new CommentRangeStart { Id = "1" }, WordFile.Words("标准提高到"), new CommentRangeEnd { Id = "1" }, new Run(new CommentReference { Id = "1" })),
                WordFile.Line(WordFile.By(new DeletedRun(), new Run(new DeletedText("780"))), WordFile.By(new InsertedRun(), WordFile.Words("830")), WordFile.Words("元。")),
                joined,
                new Paragraph(WordFile.Words("一段。"), new Run(new RunProperties(new Vanish()), new Text("看不见"))) { RsidParagraphAddition = "00A1B2C3" },
                WordFile.Rows(["甲县", "3"]));
        });

        CleanCopy.Inspect(dirty).Select(h => (h.Kind, h.Count)).ShouldBe(
        [
            (HiddenKind.Revision, 3), (HiddenKind.Comment, 2), (HiddenKind.Author, 4), (HiddenKind.HiddenText, 1), (HiddenKind.RevisionMark, 2), (HiddenKind.CustomProperty, 1),
            (HiddenKind.EmbeddedObject, 1), (HiddenKind.ExternalReference, 1),
        ]);
        var clean = CleanCopy.Clean(dirty);
        CleanCopy.Inspect(clean).ShouldBeEmpty();
        DocumentImport.Read(clean, TrackedChanges.Reject).Document.Body.ShouldBe(DocumentImport.Read(WithoutOutside(dirty), TrackedChanges.Accept).Document.Body);
        Encoding.UTF8.GetString(Unpacked(clean)).ShouldNotMatch("张三|李四|再核|看不见|00A1B2C3|江州市民政局|780");
        using var package = WordprocessingDocument.Open(new MemoryStream(clean), false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Everything_hidden_in_a_PDF_is_found_and_its_clean_copy_has_the_same_pages()
    {
        var dirty = Updated(Pdf(pdf =>
        {
            pdf.Info.Author = "张三";
            pdf.Info.Elements.SetString("/Department", "社会救助科");
            pdf.Pages[0].Annotations.Add(new PdfSharp.Pdf.Annotations.PdfTextAnnotation { Contents = "再核" });
            var file = new PdfDictionary(pdf);
            file.Elements.SetName("/Type", "/EmbeddedFile");
            file.CreateStream("名单"u8.ToArray());
            pdf.Internals.AddObject(file);
            var specification = new PdfDictionary(pdf);
            specification.Elements["/EF"] = new PdfDictionary(pdf);
            specification.Elements.GetDictionary("/EF")!.Elements.SetReference("/F", file);
            pdf.Internals.Catalog.Elements["/AF"] = new PdfArray(pdf, specification);
            var script = new PdfDictionary(pdf);
            script.Elements.SetName("/S", "/JavaScript");
            pdf.Internals.AddObject(script);
            pdf.Internals.Catalog.Elements.SetReference("/OpenAction", script);
        }));

        CleanCopy.Inspect(dirty).Select(h => (h.Kind, h.Count)).ShouldBe(
            [(HiddenKind.Comment, 1), (HiddenKind.Author, 2), (HiddenKind.CustomProperty, 1), (HiddenKind.EmbeddedObject, 1), (HiddenKind.EarlierVersion, 1), (HiddenKind.AttachedFile, 1)]);
        var clean = CleanCopy.Clean(dirty);
        CleanCopy.Inspect(clean).ShouldBeEmpty();
        using var pages = PdfReader.Open(new MemoryStream(clean), PdfDocumentOpenMode.Import);
        pages.PageCount.ShouldBe(2);
    }

    [Fact]
    public void A_signed_PDF_is_not_cleaned()
    {
        var signed = Pdf(pdf =>
        {
            var signature = new PdfDictionary(pdf);
            signature.Elements.SetName("/Type", "/Sig");
            pdf.Internals.AddObject(signature);
            pdf.Internals.Catalog.Elements.SetReference("/Perms", signature);
        });
        Should.Throw<FileNotCleanedException>(() => CleanCopy.Clean(signed)).Message.ShouldContain("电子签名");
    }

    [Fact]
    public void What_cannot_be_looked_through_is_not_taken_for_clean()
    {
        foreach (var damaged in (byte[][])[[.. "PK\x03\x04"u8, .. new byte[50]], "%PDF-1.7\nnothing"u8.ToArray(), "%PDF-1.7\n1 0 obj << /Type /Catalog"u8.ToArray()])
            Should.Throw<FileNotCleanedException>(() => CleanCopy.Inspect(damaged)).Message.ShouldContain("无法检查");
        CleanCopy.Inspect("一段文字。"u8.ToArray()).ShouldBeEmpty();
        var whole = Pdf(_ => { });
        Gen.Int[1, whole.Length - 1].Sample(length => CutOff(whole[..length]), iter: 200);

        static void CutOff(byte[] pdf)
        {
            try
            {
                CleanCopy.Inspect(pdf);
            }
            catch (FileNotCleanedException)
            {
                // The one way in which damage may end.
            }
        }
    }

    private static byte[] Pdf(Action<PdfDocument> fill)
    {
        using var pdf = new PdfDocument();
        pdf.AddPage();
        pdf.AddPage();
        fill(pdf);
        using var stream = new MemoryStream();
        pdf.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    /// <summary>The same file, changed in place as an editor does it: what was before stays in it.</summary>
    private static byte[] Updated(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (root, before) = (Regex.Match(text, @"/Root\s+(\d+ \d+ R)").Groups[1].Value, Regex.Matches(text, @"startxref\s+(\d+)")[^1].Groups[1].Value);
        var added = string.Create(CultureInfo.InvariantCulture, $"\n900 0 obj\n<< /Type /Note >>\nendobj\n");
        var table = text.Length + added.Length;
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{text}{added}xref\n900 1\n{text.Length + 1:D10} 00000 n \ntrailer\n<< /Size 901 /Root {root} /Info {Regex.Match(text, @"/Info\s+(\d+ \d+ R)").Groups[1].Value} /Prev {before} >>\nstartxref\n{table}\n%%EOF\n"));
    }

    private static byte[] WithoutOutside(byte[] docx)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            var settings = package.MainDocumentPart!.DocumentSettingsPart!;
            settings.DeleteExternalRelationship("rId9");
            settings.Settings!.RemoveAllChildren<AttachedTemplate>();
        }
        return stream.ToArray();
    }

    private static byte[] Unpacked(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var all = new MemoryStream();
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            part.CopyTo(all);
        }
        return all.ToArray();
    }
}
