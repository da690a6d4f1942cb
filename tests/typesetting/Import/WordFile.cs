using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Tests.Import;

/// <summary>A DOCX as a word processor saves it, made for one test.</summary>
internal static class WordFile
{
    public static byte[] Of(params OpenXmlElement[] blocks) => With((_, body) => body.Append(blocks));

    public static byte[] With(Action<MainDocumentPart, Body> fill, WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, type))
        {
            var main = package.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            fill(main, body);
        }
        return stream.ToArray();
    }

    public static Paragraph Line(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    public static Paragraph Line(params OpenXmlElement[] runs) => new(runs);

    public static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public static Paragraph Numbered(string text, int instance, int level) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = instance })), Words(text));

    public static T By<T>(T change, params OpenXmlElement[] inside) where T : OpenXmlElement
    {
        change.SetAttribute(new OpenXmlAttribute("w", "author", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "某人"));
        change.SetAttribute(new OpenXmlAttribute("w", "id", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "1"));
        change.Append(inside);
        return change;
    }

    /// <summary>一、（一）1.（1）, as an outline numbers them.</summary>
    public static void AddOutline(MainDocumentPart main, params IEnumerable<int> instances)
    {
        var part = main.AddNewPart<NumberingDefinitionsPart>();
        part.Numbering = new Numbering(
        [
            new AbstractNum(
                LevelOf(0, NumberFormatValues.ChineseCountingThousand, "%1、"),
                LevelOf(1, NumberFormatValues.ChineseCountingThousand, "(%2)"),
                LevelOf(2, NumberFormatValues.Decimal, "%3."),
                LevelOf(3, NumberFormatValues.Decimal, "（%4）"),
                LevelOf(4, NumberFormatValues.Bullet, "●")) { AbstractNumberId = 7 },
            .. instances.Select(i => new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = i }),
        ]);

        static Level LevelOf(int index, NumberFormatValues format, string text) =>
            new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };
    }

    public static Table Rows(params string[][] rows) => new(rows.Select(r => new TableRow(r.Select(c => new TableCell(Line(c))))));
}
