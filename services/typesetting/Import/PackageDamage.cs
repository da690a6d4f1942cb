using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Backoffice.Typesetting.Import;

/// <summary>What the libraries throw when a package is not what it says it is.</summary>
internal static class PackageDamage
{
    /// <summary>True for damage. Values are read when they are asked for, so that a wrong one shows late, and as what is no value of its type.</summary>
    public static bool IsDamage(this Exception e) => e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or UriFormatException or FormatException
        or OverflowException or ArgumentException or IOException or NotSupportedException or InvalidOperationException;
}
