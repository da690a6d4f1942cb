using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using PdfSharp.Pdf.Annotations;
using PdfSharp.Pdf.IO;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>PDF: what its catalogue names, what lies on its pages, and whether it was written at once.</summary>
internal static partial class PdfPackage
{
    // What readers follow, fill in or are shown; everything else on a page was said about it.
    private static readonly string[] Shown = ["/Link", "/Widget", "/Popup", "/FileAttachment"];
    private static readonly string[] Programs = ["/JavaScript", "/Launch", "/ImportData", "/SubmitForm"];

    public static IReadOnlyList<HiddenContent> Inspect(ReadOnlyMemory<byte> content) => Reading(() =>
    {
        using var pdf = Open(content);
        var annotations = AnnotationsOf(pdf).Select(a => a.Elements.GetName("/Subtype")).ToArray();
        var catalog = pdf.Internals.Catalog;
        var found = new (HiddenKind Kind, int Count)[]
        {
            (HiddenKind.Comment, annotations.Count(s => !Shown.Contains(s))),
            (HiddenKind.Author, (string.IsNullOrWhiteSpace(pdf.Info.Author) ? 0 : 1) + (Creator().IsMatch(MetadataOf(catalog)) ? 1 : 0)),
            (HiddenKind.HiddenText, catalog.Elements.GetDictionary("/OCProperties")?.Elements.GetDictionary("/D")?.Elements.GetArray("/OFF")?.Elements.Count ?? 0),
            (HiddenKind.CustomProperty, pdf.Info.Elements.Keys.Count(k => k is not ("/Title" or "/Author" or "/Subject" or "/Keywords" or "/Creator" or "/Producer" or "/CreationDate" or "/ModDate" or "/Trapped"))),
            (HiddenKind.EmbeddedObject, pdf.Internals.GetAllObjects().OfType<PdfDictionary>().Count(d => Programs.Contains(d.Elements.GetName("/S")))),
            (HiddenKind.EarlierVersion, Math.Max(0, WritingsOf(content.Span) - 1)),
            (HiddenKind.AttachedFile, pdf.Internals.GetAllObjects().OfType<PdfDictionary>().Count(d => d.Elements.GetName("/Type") == "/EmbeddedFile") + annotations.Count(s => s == "/FileAttachment")),
        };
        return (IReadOnlyList<HiddenContent>)[.. found.Where(f => f.Count > 0).Select(f => new HiddenContent(f.Kind, f.Count))];
    });

    public static byte[] Clean(ReadOnlyMemory<byte> content) => Reading(() =>
    {
        using var pdf = Open(content);
        var catalog = pdf.Internals.Catalog;
        // What is signed proves that nothing was changed since, and would prove it no longer.
        if (pdf.Internals.GetAllObjects().OfType<PdfDictionary>().Any(d => d.Elements.GetName("/Type") == "/Sig" || d.Elements.GetName("/FT") == "/Sig" && d.Elements.ContainsKey("/V")))
            throw new FileNotCleanedException("带有电子签名，清除会使签名失效；请由签名单位提供清洁稿 (it bears a digital signature, which cleaning would break)");
        // A layer that is not shown cannot be told from one that is without drawing the page.
        if (catalog.Elements.GetDictionary("/OCProperties")?.Elements.GetDictionary("/D")?.Elements.GetArray("/OFF") is { Elements.Count: > 0 })
            throw new FileNotCleanedException("含有隐藏图层，请在原程序中合并图层后重新上传 (it has hidden layers; flatten it where it was made)");
        foreach (var key in (string[])["/Metadata", "/OpenAction", "/AA", "/PieceInfo", "/AF", "/Collection"])
            catalog.Elements.Remove(key);
        catalog.Elements.GetDictionary("/Names")?.Elements.Remove("/EmbeddedFiles");
        catalog.Elements.GetDictionary("/Names")?.Elements.Remove("/JavaScript");
        foreach (var page in pdf.Pages)
            CleanPage(page);
        pdf.Info.Elements.Clear();
        using var cleaned = new MemoryStream();
        // Written anew as a whole: what nothing refers to any more is not written.
        pdf.Save(cleaned, closeStream: false);
        return cleaned.ToArray();
    });

    private static void CleanPage(PdfPage page)
    {
        foreach (var key in (string[])["/AA", "/Metadata", "/PieceInfo", "/AF"])
            page.Elements.Remove(key);
        if (page.Elements.GetArray("/Annots") is not { } annotations)
            return;
        for (var i = annotations.Elements.Count - 1; i >= 0; i--)
        {
            if (annotations.Elements.GetDictionary(i) is not { } annotation || annotation.Elements.GetName("/Subtype") is not ("/Link" or "/Widget") || IsProgram(annotation))
                annotations.Elements.RemoveAt(i);
            else
                annotation.Elements.Remove("/AA");
        }
    }

    private static bool IsProgram(PdfDictionary annotation) => annotation.Elements.GetDictionary("/A") is { } action && Programs.Contains(action.Elements.GetName("/S"));

    private static IEnumerable<PdfDictionary> AnnotationsOf(PdfDocument pdf) => Enumerable.Range(0, pdf.PageCount)
        .Select(i => pdf.Pages[i].Elements.GetArray("/Annots")).OfType<PdfArray>().SelectMany(a => Enumerable.Range(0, a.Elements.Count).Select(i => a.Elements.GetDictionary(i))).OfType<PdfDictionary>();

    private static string MetadataOf(PdfDictionary catalog) =>
        catalog.Elements.GetDictionary("/Metadata")?.Stream is { } stream ? Encoding.UTF8.GetString(stream.UnfilteredValue) : "";

    /// <summary>How often the file was written: each update in place ends with a cross-reference of its own. A file made for the web has two from the start.</summary>
    private static int WritingsOf(ReadOnlySpan<byte> content)
    {
        var ends = content.Count("startxref"u8);
        return content[..Math.Min(content.Length, 1024)].IndexOf("/Linearized"u8) >= 0 ? ends - 1 : ends;
    }

    private static PdfDocument Open(ReadOnlyMemory<byte> content) => PdfReader.Open(new MemoryStream(content.ToArray()), PdfDocumentOpenMode.Modify);

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (FileNotCleanedException or OutOfMemoryException))
        {
            // The library says of damage whatever it stumbles over, down to Exception itself.
            throw new FileNotCleanedException("文件已损坏或者加密，无法检查 (damaged or encrypted; it cannot be looked through)", e);
        }
    }

    // Metadata name their writer, who may be nobody.
    [GeneratedRegex(@"<dc:creator>(?:(?!</dc:creator>).)*?<rdf:li[^>]*>\s*[^<\s]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Creator();
}
