using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Backoffice.Typesetting.CleanCopies;

/// <summary>What cleaning has in common, whatever the package holds.</summary>
internal static class PackageCleaning
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Who wrote it and what else its properties say; the picture of its first page may show an earlier one.</summary>
    public static void RemoveProperties(OpenXmlPackage package)
    {
        foreach (var part in package.Parts.Select(p => p.OpenXmlPart).Where(p => p is CustomFilePropertiesPart or ExtendedFilePropertiesPart or ThumbnailPart).ToArray())
            package.DeletePart(part);
        var properties = package.PackageProperties;
        (properties.Creator, properties.LastModifiedBy, properties.Revision, properties.Keywords, properties.Description, properties.Category) = (null, null, null, null, null, null);
    }

    /// <summary>Takes parts out wherever they hang.</summary>
    public static void RemoveParts(OpenXmlPackage package, Func<OpenXmlPart, bool> which)
    {
        foreach (var part in package.GetAllParts().Where(p => !which(p)).ToArray())
            foreach (var removed in part.Parts.Select(p => p.OpenXmlPart).Where(which).ToArray())
                part.DeletePart(removed);
    }

    public static void RemoveAll(OpenXmlElement root, Func<OpenXmlElement, bool> which)
    {
        foreach (var element in root.Descendants().Where(which).ToArray())
            (AlternativeOf(element) ?? element).Remove();
    }

    /// <summary>A picture that is also in the package stays; one that is fetched would be missing.</summary>
    public static void RemoveOutside(OpenXmlPackage package)
    {
        foreach (var part in package.GetAllParts().Where(p => p.ExternalRelationships.Any()).ToArray())
        {
            foreach (var outside in part.ExternalRelationships.ToArray())
            {
                foreach (var (element, attribute) in UsesOf(part, outside.Id))
                {
                    if (element is not DocumentFormat.OpenXml.Drawing.Blip { Embed.Value.Length: > 0 })
                        throw new FileNotCleanedException("引用了文件以外的图片或者媒体，请嵌入后重新上传 (it shows what is not in it; embed it where it was made)");
                    element.RemoveAttribute(attribute.LocalName, attribute.NamespaceUri);
                }
                part.DeleteExternalRelationship(outside);
            }
        }
    }

    /// <summary>Elements that name a relationship.</summary>
    public static (OpenXmlElement Element, OpenXmlAttribute Attribute)[] UsesOf(OpenXmlPart part, string id) => part.RootElement is not { } root ? [] :
        [.. root.Descendants().SelectMany(e => e.GetAttributes().Where(a => a.NamespaceUri == Relationships && a.Value == id).Select(a => (e, a)))];

    // Where the same thing stands twice, for older programs, both go.
    private static AlternateContent? AlternativeOf(OpenXmlElement element) => element.Parent is AlternateContentChoice or AlternateContentFallback ? element.Parent.Parent as AlternateContent : null;
}
