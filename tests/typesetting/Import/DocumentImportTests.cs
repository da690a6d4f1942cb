using System.IO.Compression;
using System.Text;
using Backoffice.Typesetting.Documents;
using Backoffice.Typesetting.Docx;
using Backoffice.Typesetting.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;
using Xunit;
using Picture = DocumentFormat.OpenXml.Wordprocessing.Picture;

namespace Backoffice.Typesetting.Tests.Import;

public sealed class DocumentImportTests
{
    private const string Notice =
        """
        江州市民政局文件
        江民发〔2026〕12号

        江州市民政局
        关于做好养老服务工作的通知

        各县（市、区）民政局：
        　　现将有关事项通知如下：
        　　一、总体要求
        　　坚持人民至上。

        　　附件：1.名单
        　　　　　2.自查表

        江州市民政局
        2026年3月5日
        （此件公开发布）
        抄送：市政府办公室，市财政局。
        江州市民政局办公室　2026年3月6日印发
        """;

    public static TheoryData<string> All { get; } = [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void What_was_written_as_a_DOCX_is_read_back_element_by_element(string sample)
    {
        var document = Samples.All[sample] with { Body = Samples.All[sample].Body + "\n名额如下：\n甲县\t3\t\n\t4\t5" };
        var file = Read(new DocxWriter(Setters.Shelf).Write(Setters.Lay(document), "样稿"));
        var read = file.Document;
        // A blank at which the title is divided is a line end in print.
        Setters.WithoutBlanks(read.Title).ShouldBe(Setters.WithoutBlanks(document.Title));
        read.MainRecipients.ShouldBe(document.MainRecipients);
        read.Body.ShouldBe(string.Join('\n', [document.Body, .. document.Attendance.Select(a => $"{a.Label}：{a.Names}")]));
        read.AttachmentNames.ShouldBe(document.AttachmentNames);
        read.CopyRecipients.ShouldBe(document.CopyRecipients);
        read.Remark.ShouldBe(document.Remark);
        read.Date.ShouldBe(document.Date is { } date ? Regulations.Documents.FinalDate.Print(date) : "");
        read.Frame.ShouldContain(f => f.Contains(document.DocumentNumber));
        read.Annexes.Select(a => (Setters.WithoutBlanks(a.Title), Setters.WithoutBlanks(a.Text))).ShouldBe(document.Annexes.Select(a => (Setters.WithoutBlanks(a.Title), Setters.WithoutBlanks(a.Text))));
        read.Trailer.ShouldBeEmpty();
        (file.LeftOut.Count, file.Insertions, file.Deletions).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("GB18030")]
    public void Plain_text_is_read_in_the_encodings_it_comes_in(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var read = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Notice)]).Document;
        read.Title.ShouldBe("江州市民政局关于做好养老服务工作的通知");
        read.MainRecipients.ShouldBe("各县（市、区）民政局");
        read.Body.ShouldBe("现将有关事项通知如下：\n一、总体要求\n坚持人民至上。");
        read.AttachmentNames.ShouldBe(["名单", "自查表"]);
        read.Signatories.ShouldBe(["江州市民政局"]);
        read.Date.ShouldBe("2026年3月5日");
        read.Remark.ShouldBe("此件公开发布");
        read.CopyRecipients.ShouldBe("市政府办公室，市财政局");
        read.Frame.ShouldBe(["江州市民政局文件", "江民发〔2026〕12号", "江州市民政局办公室　2026年3月6日印发"]);
        read.Annexes.ShouldBeEmpty();
        read.Trailer.ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_under_the_mark_of_an_attachment_is_an_attachment_whether_the_text_is_signed_or_not()
    {
        const string Annexes = "附件1\n名单\n　　甲县3名。\n附件 2\n\n安全隐患\n自查表\n项目\t结果\n消防\t合格";
        var signed = Notice.Replace("2.自查表", "2.安全隐患自查表", StringComparison.Ordinal);
        foreach (var text in (string[])[$"{signed}\n{Annexes}", $"{signed[..signed.IndexOf("江州市民政局\n2026", StringComparison.Ordinal)]}\n{Annexes}"])
        {
            var read = Read(Encoding.UTF8.GetBytes(text)).Document;
            read.Annexes.ShouldBe([new("名单", "甲县3名。"), new("安全隐患自查表", "项目\t结果\n消防\t合格")]);
            (read.Body, read.Trailer).ShouldBe(("现将有关事项通知如下：\n一、总体要求\n坚持人民至上。", ""));
            read.AttachmentNames.ShouldBe(["名单", "安全隐患自查表"]);
        }
    }

    [Fact]
    public void A_title_may_stand_beside_the_mark_and_what_is_under_none_is_told()
    {
        var read = Read(Encoding.UTF8.GetBytes($"{Notice}\n联系人：某某。\n附件1：名单\n甲县3名。\n附件2：自查表\n一、消防")).Document;
        read.Annexes.ShouldBe([new("名单", "甲县3名。"), new("自查表", "一、消防")]);
        read.Trailer.ShouldBe("联系人：某某。");
        Read(Encoding.UTF8.GetBytes("关于报送名单的通知\n各县：\n请填写附件。\n2026年3月5日\n附件：1.名单\n　　　2.自查表")).Document.Trailer.ShouldBe("附件：1.名单\n2.自查表");
    }

    [Fact]
    public void What_fits_no_element_is_text()
    {
        var read = Read(Encoding.UTF8.GetBytes("现将情况报告如下：\n收入3万元。")).Document;
        (read.Title, read.MainRecipients, read.Body).ShouldBe(("", "", "现将情况报告如下：\n收入3万元。"));
        Read(Encoding.UTF8.GetBytes("\n \n")).Document.Body.ShouldBeEmpty();
    }

    [Fact]
    public void The_numbers_that_Word_prints_become_text()
    {
        var content = WordFile.With((main, body) =>
        {
            WordFile.AddOutline(main, 1, 2);
            body.Append(
                WordFile.Numbered("总体要求", 1, 0), WordFile.Numbered("落实责任", 1, 1), WordFile.Numbered("自查", 1, 2), WordFile.Numbered("线路", 1, 3), WordFile.Numbered("消防", 1, 3),
                WordFile.Numbered("检查", 1, 2), WordFile.Numbered("监管", 1, 1), WordFile.Numbered("自查", 1, 2), WordFile.Numbered("要点", 1, 4), WordFile.Line("不编号"), WordFile.Numbered("工作安排", 2, 0));
        });
        Read(content).Document.Body.ShouldBe("一、总体要求\n（一）落实责任\n1.自查\n（1）线路\n（2）消防\n2.检查\n（二）监管\n1.自查\n要点\n不编号\n二、工作安排");
    }

    [Theory]
    [InlineData(TrackedChanges.Accept, "标准提高到830元。\n两段合一段。\n甲\t2")]
    [InlineData(TrackedChanges.Reject, "标准提高到780元。\n两段合\n一段。\n甲\t2\n乙\t3")]
    public void Tracked_changes_are_accepted_or_rejected_and_counted(TrackedChanges changes, string body)
    {
        var joined = new Paragraph(new ParagraphProperties(new ParagraphMarkRunProperties(WordFile.By(new Deleted()))), WordFile.Words("两段合"));
        var table = WordFile.Rows(["甲", "2"], ["乙", "3"]);
        table.Elements<TableRow>().Last().PrependChild(new TableRowProperties(WordFile.By(new Deleted())));
        var content = WordFile.Of(
            WordFile.Line(WordFile.Words("标准提高到"), WordFile.By(new DeletedRun(), new Run(new DeletedText("780"))), WordFile.By(new InsertedRun(), WordFile.Words("830")), WordFile.Words("元。")),
            joined,
            WordFile.Line("一段。"),
            table);
        var file = Read(content, changes);
        file.Document.Body.ShouldBe(body);
        (file.Insertions, file.Deletions).ShouldBe((1, 3));
    }

    [Fact]
    public void A_table_keeps_its_cells_whatever_stands_in_them()
    {
        var wide = new TableRow(new TableCell(new TableCellProperties(new GridSpan { Val = 2 }), WordFile.Line("合计")), new TableCell(WordFile.Line("7"), WordFile.Line("（含\t2）")));
        var framed = new Table(new TableRow(new TableCell(WordFile.Line("只有一格。"))));
        var table = WordFile.Rows(["县", "数", "注"]);
        table.Append(wide);
        BodyText.Read(Read(WordFile.Of(WordFile.Line("名额如下。"), table, framed)).Document.Body).Parts.Select(p => p.ToString()).ShouldBe(["名额如下。", "县\t数\t注\n合计\t\t7\u3000（含\u30002）", "只有一格。"]);
    }

    [Fact]
    public void What_is_not_text_is_left_out_and_told()
    {
        var content = WordFile.With((main, body) =>
        {
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(WordFile.By(new Comment { Id = "1" }, WordFile.Line("此处再核")));
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(WordFile.Line("内部资料"));
            var link = main.AddHyperlinkRelationship(new Uri("https://example.org/"), isExternal: true);
            body.Append(
                WordFile.Line(WordFile.Words("见。"), new Hyperlink(WordFile.Words("网页。")) { Id = link.Id }, new Run(new FootnoteReference { Id = 2 })),
                WordFile.Line(new Run(new RunProperties(new Vanish()), new Text("看不见")), WordFile.Words("看得见。"), new Run(new Picture(new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(new TextBoxContent(WordFile.Line("框内")))))), new Run(new Drawing())));
        });
        var file = Read(content);
        file.Document.Body.ShouldBe("见。网页。\n看得见。");
        file.LeftOut.ShouldBe(
            new Dictionary<LeftOut, int>
            {
                [LeftOut.Comment] = 1,
                [LeftOut.HeaderOrFooter] = 1,
                [LeftOut.Hyperlink] = 1,
                [LeftOut.Footnote] = 1,
                [LeftOut.HiddenText] = 1,
                [LeftOut.TextBox] = 1,
                [LeftOut.Image] = 1,
            },
            ignoreOrder: true);
    }

    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "加密", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]] },
        { "旧格式", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "宏", WordFile.With((_, body) => body.Append(WordFile.Line("文")), WordprocessingDocumentType.MacroEnabledDocument) },
        { "外部内容", WordFile.With((main, body) => Outside(main.AddNewPart<DocumentSettingsPart>(), "attachedTemplate", body)) },
        { "外部内容", WordFile.With((main, body) => Outside(main, "image", body)) },
        { "压缩内容异常", Bomb() },
        { "损坏", [.. "PK\x03\x04"u8, .. new byte[100]] },
        { "不是 DOCX", Zip("xl/workbook.xml", "<a/>") },
        { "损坏", Zip("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") },
        { "不在允许范围", [0x25, 0x50, 0x44, 0x46, 0x2D, 0x00, 0x01, 0xFF] },
        { "不在允许范围", [0xFF, 0xFF, 0xFF, 0x80] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_is_not_safe_or_no_document_is_refused_with_the_reason(string why, byte[] content) =>
        Should.Throw<FileNotReadException>(() => Read(content)).Message.ShouldContain(why);

    [Fact]
    public void What_another_word_processor_saved_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-import-");
        try
        {
            var page = Path.Combine(folder.FullName, "draft.html");
            File.WriteAllText(page, "<meta charset=utf-8><p align=center>江州市民政局关于做好养老服务工作的通知</p><p>各县民政局：</p><p>现通知如下。</p><ol><li>落实责任</li><li>加强检查</li></ol><table><tr><td>甲县</td><td>3</td></tr></table><p>江州市民政局</p><p>2026年3月5日</p>");
            Setters.Run("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--writer", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.FullName, page);
            var read = Read(File.ReadAllBytes(Path.Combine(folder.FullName, "draft.docx"))).Document;
            (read.Title, read.MainRecipients, read.Date).ShouldBe(("江州市民政局关于做好养老服务工作的通知", "各县民政局", "2026年3月5日"));
            read.Body.ShouldBe("现通知如下。\n1.落实责任\n2.加强检查\n甲县\t3");
            read.Signatories.ShouldBe(["江州市民政局"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImportedFile Read(byte[] content, TrackedChanges changes = TrackedChanges.Accept) => DocumentImport.Read(content, changes);

    private static void Outside(OpenXmlPart part, string kind, Body body)
    {
        part.AddExternalRelationship($"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}", new Uri("https://example.org/x"));
        if (part is DocumentSettingsPart settings)
            settings.Settings = new Settings();
        body.Append(WordFile.Line("文"));
    }

    private static byte[] Bomb() => Zip("word/document.xml", new string(' ', 40 * 1024 * 1024));

    private static byte[] Zip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
        return stream.ToArray();
    }
}
