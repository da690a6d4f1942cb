using System.IO.Compression;
using System.Text;
using Backoffice.Typesetting.CleanCopies;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Shouldly;
using Xunit;
using D = DocumentFormat.OpenXml.Drawing;

namespace Backoffice.Typesetting.Tests.CleanCopies;

public sealed class CleanSlidesTests
{
    [Fact]
    public void Everything_hidden_in_slides_is_found_and_what_is_shown_stays()
    {
        var dirty = Dirty();
        CleanCopy.Inspect(dirty).Select(h => (h.Kind, h.Count)).ShouldBe(
            [(HiddenKind.Comment, 2), (HiddenKind.Author, 1), (HiddenKind.HiddenText, 3), (HiddenKind.CustomProperty, 1), (HiddenKind.EmbeddedObject, 1)]);
        var clean = CleanCopy.Clean(dirty);
        CleanCopy.Inspect(clean).ShouldBeEmpty();
        using var package = PresentationDocument.Open(new MemoryStream(clean), false);
        var presentation = package.PresentationPart.ShouldNotBeNull();
        presentation.Presentation!.SlideIdList!.Elements<SlideId>().Select(s => s.Id?.Value).ShouldBe([256u]);
        presentation.SlideParts.Single().Slide!.Descendants<D.Text>().Select(t => t.Text).ShouldBe(["看得见"]);
        // A link to a slide that is gone leads nowhere, and is none.
        presentation.SlideParts.Single().Slide!.Descendants<D.HyperlinkOnClick>().ShouldBeEmpty();
        Unpacked(clean).ShouldNotMatch("张三|再核|备注词|看不见|隐藏页|标记");
    }

    [Fact]
    public void Slides_of_which_none_is_shown_are_not_cleaned()
    {
        using var stream = new MemoryStream();
        using (var package = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var presentation = package.AddPresentationPart();
            var only = presentation.AddNewPart<SlidePart>();
            only.Slide = SlideOf(Words("隐藏页", 2));
            only.Slide.Show = false;
            presentation.Presentation = new Presentation(new SlideIdList(new SlideId { Id = 256, RelationshipId = presentation.GetIdOfPart(only) }));
        }
        Should.Throw<FileNotCleanedException>(() => CleanCopy.Clean(stream.ToArray())).Message.ShouldContain("没有可见的幻灯片");
    }

    private static byte[] Dirty()
    {
        using var stream = new MemoryStream();
        using (var package = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            package.PackageProperties.Creator = "张三";
            var presentation = package.AddPresentationPart();
            var (shown, hidden) = (presentation.AddNewPart<SlidePart>(), presentation.AddNewPart<SlidePart>());
            hidden.Slide = SlideOf(Words("隐藏页", 2));
            hidden.Slide.Show = false;
            var link = shown.CreateRelationshipToPart(hidden);
            var (visible, invisible) = (Words("看得见", 2), Words("看不见", 3));
            visible.Descendants<NonVisualDrawingProperties>().Single().Append(new D.HyperlinkOnClick { Id = link, Action = "ppaction://hlinksldjump" });
            invisible.Descendants<NonVisualDrawingProperties>().Single().Hidden = true;
            shown.Slide = SlideOf(visible, invisible);
            shown.AddNewPart<NotesSlidePart>().NotesSlide = new NotesSlide(new CommonSlideData(new ShapeTree(Words("备注词", 2))));
            shown.AddNewPart<SlideCommentsPart>().CommentList = new CommentList(new Comment(new Text("再核")) { AuthorId = 0, Index = 1 });
            shown.AddNewPart<UserDefinedTagsPart>().TagList = new TagList(new Tag { Name = "标记", Val = "张三" });
            using (var embedded = shown.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx.ContentType).GetStream())
                embedded.Write("PK"u8);
            presentation.AddNewPart<CommentAuthorsPart>().CommentAuthorList = new CommentAuthorList(new CommentAuthor { Id = 0, Name = "张三" });
            presentation.Presentation = new Presentation(new SlideIdList(
                new SlideId { Id = 256, RelationshipId = presentation.GetIdOfPart(shown) }, new SlideId { Id = 257, RelationshipId = presentation.GetIdOfPart(hidden) }));
        }
        return stream.ToArray();
    }

    private static Slide SlideOf(params OpenXmlElement[] shapes) => new(new CommonSlideData(new ShapeTree(shapes)));

    private static Shape Words(string words, uint id) => new(
        new NonVisualShapeProperties(new NonVisualDrawingProperties { Id = id, Name = $"框{id}" }, new NonVisualShapeDrawingProperties(), new ApplicationNonVisualDrawingProperties()),
        new ShapeProperties(),
        new TextBody(new D.BodyProperties(), new D.Paragraph(new D.Run(new D.Text(words)))));

    private static string Unpacked(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var all = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var part = new StreamReader(entry.Open());
            all.Append(part.ReadToEnd());
        }
        return all.ToString();
    }
}
