using Backoffice.Typesetting.Import;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>DOCX, XLSX and PPTX: one form of package with different parts.</summary>
internal static class OfficePackage
{
    private static readonly string[] Changes = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange", "numberingChange"];
    private static readonly string[] CommentParts = ["comments", "commentsExtended", "commentsIds", "commentsExtensible", "threadedComment", "commentAuthors"];

    public static IReadOnlyList<HiddenContent> Inspect(ReadOnlyMemory<byte> content) => Reading<IReadOnlyList<HiddenContent>>(() =>
    {
        using var package = Open(new MemoryStream(content.ToArray()), isEditable: false);
        return package is null ? [] : InspectParts(package);
    });

    // Damage shows when a part is first asked for, and some only when the package is written.
    public static byte[] Clean(ReadOnlyMemory<byte> content) => Reading(() =>
    {
        using var stream = new MemoryStream();
        stream.Write(content.Span);
        using (var package = Open(stream, isEditable: true))
        {
            if (package is null)
                return content.ToArray();
            // What is signed proves that nothing was changed since, and would prove it no longer.
            if (package.GetAllParts().Any(p => p is DigitalSignatureOriginPart))
                throw new FileNotCleanedException("带有电子签名，清除会使签名失效；请由签名单位提供清洁稿 (it bears a digital signature, which cleaning would break)");
            CleanParts(package);
        }
        return stream.ToArray();
    });

    /// <summary>Who made the package is in its properties, whatever it is.</summary>
    public static string?[] AuthorsOf(OpenXmlPackage package) =>
    [
        package.PackageProperties.Creator, package.PackageProperties.LastModifiedBy,
        .. package.Parts.Select(p => p.OpenXmlPart).OfType<ExtendedFilePropertiesPart>().SelectMany(p => (string?[])[p.Properties?.Company?.Text, p.Properties?.Manager?.Text]),
    ];

    /// <summary>True for what a document.xml, or one like it, says happened to its text.</summary>
    public static bool IsChange(OpenXmlElement element) => element.Prefix == "w" && Changes.Contains(element.LocalName);

    public static bool IsHidden(OpenXmlElement element) => element is Vanish { Val: null or { Value: true } } or SpecVanish;

    private static void CleanParts(OpenXmlPackage package)
    {
        switch (package)
        {
            case WordprocessingDocument document:
                DocxCleaning.Clean(document);
                break;
            case SpreadsheetDocument table:
                XlsxCleaning.Clean(table);
                break;
            case PresentationDocument slides:
                PptxCleaning.Clean(slides);
                break;
        }
    }

    private static List<HiddenContent> InspectParts(OpenXmlPackage package)
    {
        var parts = package.GetAllParts().ToArray();
        var elements = parts.Where(p => p is not (StyleDefinitionsPart or StylesWithEffectsPart)).Select(p => p.RootElement).OfType<OpenXmlElement>().SelectMany(r => r.Descendants().Prepend(r)).ToArray();
        var found = new (HiddenKind Kind, int Count)[]
        {
            (HiddenKind.Revision, elements.Count(IsChange) + parts.Count(p => p is WorkbookRevisionHeaderPart)),
            (HiddenKind.Comment, parts.Where(p => CommentParts.Any(c => p.RelationshipType.EndsWith($"/{c}", StringComparison.Ordinal))).Sum(p => Math.Max(1, CommentsIn(p)?.ChildElements.Count ?? 1))),
            (HiddenKind.Author, AuthorsOf(package).Count(a => !string.IsNullOrWhiteSpace(a)) + parts.Count(p => p is WordprocessingPeoplePart or WorkbookPersonPart or PowerPointAuthorsPart) + XlsxHidden.PeopleIn(elements)),
            (HiddenKind.HiddenText, elements.Count(e => IsHidden(e) || PptxCleaning.IsHidden(e) || e is DocumentFormat.OpenXml.Spreadsheet.Sheet sheet && XlsxHidden.IsHidden(sheet)
                || e is DocumentFormat.OpenXml.Presentation.Slide { Show.Value: false })
                + parts.OfType<NotesSlidePart>().Count(PptxCleaning.HasWords) + parts.OfType<WorksheetPart>().Sum(p => XlsxHidden.CellsIn(p).Count())),
            (HiddenKind.RevisionMark, elements.Count(e => e is Rsids || e.GetAttributes().Any(a => a.LocalName.StartsWith("rsid", StringComparison.Ordinal)))),
            (HiddenKind.CustomProperty, parts.Count(p => p is CustomFilePropertiesPart or CustomXmlPart or CustomPropertyPart or UserDefinedTagsPart)),
            (HiddenKind.EmbeddedObject, parts.Count(p => p is EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or AlternativeFormatImportPart or VbaProjectPart)),
            (HiddenKind.ExternalReference, parts.Sum(p => p.ExternalRelationships.Count()) + parts.Count(p => p is ConnectionsPart)),
            // 透视表缓存: the data as they were when it was last refreshed.
            (HiddenKind.EarlierVersion, parts.Count(p => p is PivotTableCacheDefinitionPart)),
        };
        return [.. found.Where(f => f.Count > 0).Select(f => new HiddenContent(f.Kind, f.Count))];
    }

    // A table names the authors of its comments beside them.
    private static OpenXmlElement? CommentsIn(OpenXmlPart part) => part is WorksheetCommentsPart { Comments.CommentList: { } list } ? list : part.RootElement;

    private static OpenXmlPackage? Open(Stream stream, bool isEditable)
    {
        using var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true);
        var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        stream.Position = 0;
        return names.Contains("word/document.xml") ? WordprocessingDocument.Open(stream, isEditable)
            : names.Contains("xl/workbook.xml") ? SpreadsheetDocument.Open(stream, isEditable)
            : names.Contains("ppt/presentation.xml") ? PresentationDocument.Open(stream, isEditable)
            : null;
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e.IsDamage())
        {
            throw new FileNotCleanedException("文件已损坏，无法检查 (damaged; it cannot be looked through)", e);
        }
    }
}
