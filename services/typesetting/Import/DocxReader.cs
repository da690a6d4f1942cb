using System.Text;
using System.Xml;
using Backoffice.Typesetting.Composition;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Import;

/// <summary>Reads the text of a DOCX: its paragraphs with the numbers Word prints before them, its tables, and what else it holds.</summary>
internal sealed class DocxReader
{
    private static readonly Dictionary<string, Element> OwnStyles = Enum.GetValues<Element>().ToDictionary(Docx.DocxStyles.IdOf);

    private readonly TrackedChanges _changes;
    private readonly DocxNumbering _numbering;
    private readonly DocxStyleNames _styles;
    private readonly List<ReadLine> _lines = [];
    private readonly DocxText _text;
    // The text of a paragraph whose end is a tracked change that joins it to the next.
    private string _joined = "";

    private DocxReader(MainDocumentPart main, TrackedChanges changes)
    {
        _changes = changes;
        (_numbering, _styles, _text) = (new DocxNumbering(main), new DocxStyleNames(main), new DocxText(changes));
    }

    public static ImportedFile Read(ReadOnlyMemory<byte> content, TrackedChanges changes)
    {
        using var package = DocxPackage.Open(content);
        try
        {
            var main = package.MainDocumentPart!;
            var reader = new DocxReader(main, changes);
            reader.AddBlocks(main.Document!.Body!);
            if (reader._joined.Length > 0)
                reader._lines.Add(new ReadLine(reader._joined));
            var (insertions, deletions) = DocxText.ChangesIn(main.Document);
            return new ImportedFile(ElementReader.Read(reader._lines), DocxLeftOut.Of(main, reader._text), insertions, deletions);
        }
        catch (Exception e) when (e is XmlException or OpenXmlPackageException or FormatException or InvalidDataException)
        {
            throw new FileNotReadException("文件已损坏 (damaged)", e);
        }
    }

    private void AddBlocks(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    break;
                case Table table:
                    Add(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock:
                    AddBlocks(element);
                    break;
            }
        }
    }

    private void Add(Paragraph paragraph)
    {
        var text = _joined + _numbering.Next(paragraph) + _text.Of(paragraph);
        _joined = _text.JoinsNext(paragraph) ? text : "";
        if (_joined.Length > 0)
            return;
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var element = style is null ? null : OwnStyles.TryGetValue(style, out var own) ? own : _styles.IsTitle(style) ? Element.Title : (Element?)null;
        var centred = paragraph.ParagraphProperties?.Justification?.Val?.Value == JustificationValues.Center || _styles.IsCentred(style);
        _lines.AddRange(text.Split('\n').Select(line => new ReadLine(line, element, centred)));
    }

    private void Add(Table table)
    {
        var rows = table.Descendants<TableRow>().Where(r => r.Ancestors<Table>().First() == table && !_text.IsGone(r)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row).ToArray();
            // A table of one column only frames what stands in it, and the head of a joint document has no other words.
            if (cells.Length == 1 && rows.All(r => r.Elements<TableCell>().Count() <= 1) || cells.All(c => IsHead(c)))
            {
                foreach (var cell in cells)
                    AddBlocks(cell);
                continue;
            }
            var texts = cells.SelectMany(c => Enumerable.Repeat("", Math.Clamp((c.TableCellProperties?.GridSpan?.Val?.Value ?? 1) - 1, 0, 100)).Prepend(TextOf(c))).ToArray();
            if (texts.Any(t => t.Length > 0))
                _lines.Add(new ReadLine(string.Join('\t', texts)));
        }
    }

    private static bool IsHead(TableCell cell) =>
        cell.Descendants<ParagraphStyleId>().FirstOrDefault()?.Val?.Value is { } style && OwnStyles.TryGetValue(style, out var element) && element == Element.OrganMark;

    // A cell is one line of text: what stood below each other in it stands beside each other.
    private string TextOf(TableCell cell) => string.Join('\u3000', cell.Descendants<Paragraph>().Select(p => _numbering.Next(p) + _text.Of(p)).Where(t => t.Length > 0))
        .Replace('\t', '\u3000').Replace('\n', '\u3000').Trim();
}

/// <summary>What the styles of a document say of its titles.</summary>
internal sealed class DocxStyleNames(MainDocumentPart main)
{
    private readonly Dictionary<string, Style> _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(s => s.StyleId?.Value is not null).DistinctBy(s => s.StyleId!.Value!).ToDictionary(s => s.StyleId!.Value!);

    public bool IsTitle(string style) => _styles.TryGetValue(style, out var s) && s.StyleName?.Val?.Value is { } name && name is "Title" or "title" or "标题" or "公文标题";

    public bool IsCentred(string? style) => style is not null && _styles.TryGetValue(style, out var s) && s.StyleParagraphProperties?.Justification?.Val?.Value == JustificationValues.Center;
}
