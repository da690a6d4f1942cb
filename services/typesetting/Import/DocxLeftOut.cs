using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.Import;

/// <summary>Counts what a DOCX holds that a draft has no place for, so that nobody believes it was taken over.</summary>
internal static class DocxLeftOut
{
    public static IReadOnlyDictionary<LeftOut, int> Of(MainDocumentPart main, DocxText text)
    {
        // What stands twice, for older programs, is counted once.
        var elements = Within(main.Document!.Body!).ToArray();
        var counts = new Dictionary<LeftOut, int>
        {
            [LeftOut.Image] = elements.Count(e => e is Drawing or Picture && !e.Descendants<TextBoxContent>().Any()),
            [LeftOut.TextBox] = elements.OfType<TextBoxContent>().Count(),
            [LeftOut.Comment] = main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count() ?? 0,
            [LeftOut.Footnote] = elements.Count(e => e is FootnoteReference or EndnoteReference),
            [LeftOut.HiddenText] = text.Hidden,
            [LeftOut.HeaderOrFooter] = main.HeaderParts.Select(h => (OpenXmlElement?)h.Header).Concat(main.FooterParts.Select(f => f.Footer)).Count(p => p is not null && HasWords(p)),
            [LeftOut.EmbeddedObject] = elements.Count(e => e is EmbeddedObject or AltChunk),
            [LeftOut.Formula] = elements.Count(e => e is DocumentFormat.OpenXml.Math.OfficeMath),
            [LeftOut.Symbol] = text.Symbols,
            [LeftOut.Hyperlink] = elements.OfType<Hyperlink>().Count(h => h.Id is not null),
        };
        return counts.Where(c => c.Value > 0).ToDictionary();
    }

    // A page number says nothing, and what this program set there it sets again.
    private static bool HasWords(OpenXmlElement margin) => margin.Descendants<Paragraph>()
        .Any(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Gw", StringComparison.Ordinal) != true && p.Descendants<Text>().Any(t => t.Text.Any(char.IsLetter)));

    private static IEnumerable<OpenXmlElement> Within(OpenXmlElement parent) =>
        parent.ChildElements.Where(e => e is not AlternateContentFallback).SelectMany(e => Within(e).Prepend(e));
}
