using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>Takes out of a DOCX what it does not show, and accepts what was tracked.</summary>
internal static class DocxCleaning
{
    public static void Clean(WordprocessingDocument package)
    {
        foreach (var root in package.GetAllParts().Select(p => p.RootElement).OfType<OpenXmlPartRootElement>().ToArray())
            CleanPart(root);
        foreach (var part in package.GetAllParts().Where(p => !IsHidden(p)).ToArray())
        {
            foreach (var hidden in part.Parts.Select(p => p.OpenXmlPart).Where(IsHidden).ToArray())
                part.DeletePart(hidden);
            foreach (var outside in part.ExternalRelationships.ToArray())
                part.DeleteExternalRelationship(outside);
        }
        PackageCleaning.RemoveProperties(package);
    }

    private static void CleanPart(OpenXmlPartRootElement root)
    {
        AcceptChanges(root);
        RemoveAll(root, e => e is CommentRangeStart or CommentRangeEnd or CommentReference or AnnotationReferenceMark);
        // An object without its file would open nothing; its picture stays.
        RemoveAll(root, e => e is DocumentFormat.OpenXml.Vml.Office.OleObject or AltChunk or AttachedTemplate or DataBinding or Rsids);
        foreach (var run in root.Descendants<Run>().Where(r => r.RunProperties is { } p && p.ChildElements.Any(OfficePackage.IsHidden)).ToArray())
            run.Remove();
        // What is left of hiding belongs to marks of paragraphs.
        RemoveAll(root, e => root is not Styles && OfficePackage.IsHidden(e));
        foreach (var element in root.Descendants().Prepend(root))
        {
            foreach (var mark in element.GetAttributes().Where(a => a.LocalName.StartsWith("rsid", StringComparison.Ordinal)).ToArray())
                element.RemoveAttribute(mark.LocalName, mark.NamespaceUri);
        }
    }

    /// <summary>As 接受所有修订 does it.</summary>
    private static void AcceptChanges(OpenXmlPartRootElement root)
    {
        foreach (var paragraph in root.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphMarkRunProperties?.ChildElements.Any(e => e is Deleted or MoveFrom) == true).Reverse().ToArray())
            JoinNext(paragraph);
        foreach (var row in root.Descendants<TableRow>().Where(r => r.TableRowProperties?.ChildElements.Any(e => e is Deleted) == true).ToArray())
            row.Remove();
        RemoveAll(root, e => e is DeletedRun or MoveFromRun);
        foreach (var cell in root.Descendants<TableCell>().Where(c => c.TableCellProperties?.GetFirstChild<CellDeletion>() is not null).ToArray())
            cell.Remove();
        foreach (var kept in root.Descendants().Where(e => e is InsertedRun or MoveToRun).ToArray())
        {
            foreach (var child in kept.ChildElements.ToArray())
            {
                child.Remove();
                kept.InsertBeforeSelf(child);
            }
            kept.Remove();
        }
        RemoveAll(root, e => OfficePackage.IsChange(e) || e is MoveFromRangeStart or MoveFromRangeEnd or MoveToRangeStart or MoveToRangeEnd);
    }

    // From the last up, so that several deleted marks in a row join all their paragraphs.
    private static void JoinNext(Paragraph paragraph)
    {
        if (paragraph.NextSibling<Paragraph>() is not { } next || paragraph.NextSibling() != next)
            return;
        foreach (var child in next.ChildElements.Where(c => c is not ParagraphProperties).ToArray())
        {
            child.Remove();
            paragraph.Append(child);
        }
        next.Remove();
    }

    private static void RemoveAll(OpenXmlElement root, Func<OpenXmlElement, bool> which)
    {
        foreach (var element in root.Descendants().Where(which).ToArray())
            element.Remove();
    }

    private static bool IsHidden(OpenXmlPart part) => part is WordprocessingCommentsPart or WordprocessingCommentsExPart or WordprocessingCommentsIdsPart or WordCommentsExtensiblePart
        or WordprocessingPeoplePart or CustomXmlPart or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or AlternativeFormatImportPart;
}
