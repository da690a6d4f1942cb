using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>Takes out of a PPTX what its slides do not show: comments, speaker notes, hidden slides and shapes, the files behind pictures and charts.</summary>
internal static class PptxCleaning
{
    /// <summary>True where somebody wrote something to speak; the number of the slide alone is nothing.</summary>
    public static bool HasWords(NotesSlidePart notes) => notes.NotesSlide?.Descendants<D.Text>().Any(t => t.Parent is not D.Field && !string.IsNullOrWhiteSpace(t.Text)) == true;

    public static bool IsHidden(OpenXmlElement element) => element is NonVisualDrawingProperties { Hidden.Value: true };

    public static void Clean(PresentationDocument package)
    {
        var presentation = package.PresentationPart?.Presentation is { } p ? (Part: package.PresentationPart, Root: p) : throw new FileNotCleanedException("没有演示文稿 (it has no presentation)");
        RemoveHiddenSlides(package, presentation.Part, presentation.Root);
        foreach (var root in package.GetAllParts().Select(p => p.RootElement).OfType<OpenXmlPartRootElement>().ToArray())
        {
            RemoveHiddenShapes(root);
            foreach (var frame in root.Descendants<GraphicFrame>().Where(f => f.Descendants<OleObject>().Any()).ToArray())
                ShowAsPicture(frame);
            // The figures that a chart drew are in it; the table behind it is not shown.
            PackageCleaning.RemoveAll(root, e => e is C.ExternalData or CustomerDataList or ControlList);
        }
        PackageCleaning.RemoveParts(package, p => p is SlideCommentsPart or CommentAuthorsPart or PowerPointCommentPart or PowerPointAuthorsPart or NotesSlidePart or UserDefinedTagsPart or CustomXmlPart
            or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart);
        PackageCleaning.RemoveOutside(package);
        PackageCleaning.RemoveProperties(package);
    }

    private static void RemoveHiddenSlides(PresentationDocument package, PresentationPart presentation, Presentation root)
    {
        var hidden = presentation.SlideParts.Where(s => s.Slide?.Show?.Value == false).ToArray();
        if (hidden.Length > 0 && hidden.Length == presentation.SlideParts.Count())
            throw new FileNotCleanedException("没有可见的幻灯片 (no slide of it is shown)");
        foreach (var slide in hidden)
        {
            var id = root.SlideIdList!.Elements<SlideId>().Single(s => s.RelationshipId?.Value == presentation.GetIdOfPart(slide));
            // Sections name slides by their number, shows and links by their relationship.
            PackageCleaning.RemoveAll(root, e => e.LocalName == "sldId" && e != id && e.GetAttributes().Any(a => a.LocalName == "id" && a.Value == id.Id?.InnerText));
            foreach (var part in package.GetAllParts().Where(p => p != slide && p.Parts.Any(q => q.OpenXmlPart == slide)).ToArray())
            {
                foreach (var (element, _) in PackageCleaning.UsesOf(part, part.GetIdOfPart(slide)))
                    element.Remove();
                part.DeletePart(slide);
            }
        }
    }

    private static void RemoveHiddenShapes(OpenXmlPartRootElement root)
    {
        foreach (var shape in root.Descendants<NonVisualDrawingProperties>().Where(IsHidden).Select(n => n.Parent?.Parent).OfType<OpenXmlElement>().ToArray())
        {
            var id = shape.Descendants<NonVisualDrawingProperties>().First().Id?.InnerText;
            // What moves a shape that is gone would be found damaged.
            if (root is Slide { Timing: { } timing } && timing.Descendants<ShapeTarget>().Any(t => t.ShapeId?.Value == id))
                throw new FileNotCleanedException("动画使用了隐藏的对象，请在原程序中清除后重新上传 (an animation uses a hidden shape; clean it where it was made)");
            shape.Remove();
        }
    }

    /// <summary>The picture of an embedded object stays.</summary>
    private static void ShowAsPicture(GraphicFrame frame)
    {
        if (frame.Descendants<Picture>().FirstOrDefault() is not { } picture)
            throw new FileNotCleanedException("嵌入对象没有图片，请在原程序中转为图片后重新上传 (an embedded object has no picture; make it one where it was made)");
        frame.InsertBeforeSelf(picture.CloneNode(true));
        frame.Remove();
    }
}
