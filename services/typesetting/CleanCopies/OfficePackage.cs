using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>DOCX, XLSX and PPTX: one form of package with different parts.</summary>
internal static class OfficePackage
{
    private static readonly string[] Changes = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange", "numberingChange"];
    private static readonly string[] CommentParts = ["comments", "commentsExtended", "commentsIds", "commentsExtensible", "threadedComment", "commentAuthors"];

    public static IReadOnlyList<HiddenContent> Inspect(ReadOnlyMemory<byte> content)
    {
        using var package = Open(new MemoryStream(content.ToArray()), isEditable: false);
        return package is null ? [] : Reading(() => InspectParts(package));
    }

    public static byte[] Clean(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream();
        stream.Write(content.Span);
        using (var package = Open(stream, isEditable: true))
        {
            if (package is not WordprocessingDocument word)
                throw new FileNotCleanedException("请在原程序中清除后重新上传 (only DOCX and PDF are cleaned here; clean it where it was made)");
            Reading(() => DocxCleaning.Clean(word));
        }
        return stream.ToArray();
    }

    /// <summary>Who made the package is in its properties, whatever it is.</summary>
    public static string?[] AuthorsOf(OpenXmlPackage package) =>
    [
        package.PackageProperties.Creator, package.PackageProperties.LastModifiedBy,
        .. package.Parts.Select(p => p.OpenXmlPart).OfType<ExtendedFilePropertiesPart>().SelectMany(p => (string?[])[p.Properties?.Company?.Text, p.Properties?.Manager?.Text]),
    ];

    /// <summary>True for what a document.xml, or one like it, says happened to its text.</summary>
    public static bool IsChange(OpenXmlElement element) => element.Prefix == "w" && Changes.Contains(element.LocalName);

    public static bool IsHidden(OpenXmlElement element) => element is Vanish { Val: null or { Value: true } } or SpecVanish;

    private static List<HiddenContent> InspectParts(OpenXmlPackage package)
    {
        var parts = package.GetAllParts().ToArray();
        var elements = parts.Where(p => p is not (StyleDefinitionsPart or StylesWithEffectsPart)).Select(p => p.RootElement).OfType<OpenXmlElement>().SelectMany(r => r.Descendants().Prepend(r)).ToArray();
        var found = new (HiddenKind Kind, int Count)[]
        {
            (HiddenKind.Revision, elements.Count(IsChange) + parts.Count(p => p is WorkbookRevisionHeaderPart)),
            (HiddenKind.Comment, parts.Where(p => CommentParts.Any(c => p.RelationshipType.EndsWith($"/{c}", StringComparison.Ordinal))).Sum(p => Math.Max(1, p.RootElement?.ChildElements.Count ?? 1))),
            (HiddenKind.Author, AuthorsOf(package).Count(a => !string.IsNullOrWhiteSpace(a)) + parts.Count(p => p is WordprocessingPeoplePart or WorkbookPersonPart)),
            (HiddenKind.HiddenText, elements.Count(e => IsHidden(e) || e is DocumentFormat.OpenXml.Spreadsheet.Sheet { State: not null } sheet && sheet.State != DocumentFormat.OpenXml.Spreadsheet.SheetStateValues.Visible
                || e is DocumentFormat.OpenXml.Presentation.Slide { Show.Value: false })),
            (HiddenKind.RevisionMark, elements.Count(e => e is Rsids || e.GetAttributes().Any(a => a.LocalName.StartsWith("rsid", StringComparison.Ordinal)))),
            (HiddenKind.CustomProperty, parts.Count(p => p is CustomFilePropertiesPart or CustomXmlPart)),
            (HiddenKind.EmbeddedObject, parts.Count(p => p is EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or AlternativeFormatImportPart or VbaProjectPart)),
            (HiddenKind.ExternalReference, parts.Sum(p => p.ExternalRelationships.Count())),
        };
        return [.. found.Where(f => f.Count > 0).Select(f => new HiddenContent(f.Kind, f.Count))];
    }

    private static OpenXmlPackage? Open(Stream stream, bool isEditable)
    {
        try
        {
            using var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            stream.Position = 0;
            return names.Contains("word/document.xml") ? WordprocessingDocument.Open(stream, isEditable)
                : names.Contains("xl/workbook.xml") ? SpreadsheetDocument.Open(stream, isEditable)
                : names.Contains("ppt/presentation.xml") ? PresentationDocument.Open(stream, isEditable)
                : null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }
    }

    private static void Reading(Action change) => Reading(() =>
    {
        change();
        return true;
    });

    private static bool IsDamage(Exception e) => e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or UriFormatException or FormatException;

    private static FileNotCleanedException Damaged(Exception e) => new("文件已损坏，无法检查 (damaged; it cannot be looked through)", e);
}
