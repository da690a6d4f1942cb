using System.Text.RegularExpressions;

namespace Backoffice.Proofreading.Texts;

/// <summary>A part of a document.</summary>
public enum Element
{
    Title,
    MainRecipients,
    CopyRecipients,
    Body,
    AttachmentList,
    AttachmentTitles,

    /// <summary>Title of an annex that is bound with the document.</summary>
    AnnexTitle,

    /// <summary>Its text.</summary>
    Annex,
}

/// <summary>Where something stands.</summary>
/// <param name="Item">Of a list, from 0.</param>
/// <param name="Paragraph">From 1.</param>
/// <param name="Offset">In UTF-16 units from the start of the element, or of the item.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct Place(Element Element, int Item, int Paragraph, int Offset, int Length)
{
    public bool Overlaps(Place other) => Element == other.Element && Item == other.Item && Offset < other.Offset + other.Length && other.Offset < Offset + Length;
}

/// <summary>One paragraph of an element.</summary>
/// <param name="Start">Where it begins in the element, in UTF-16 units.</param>
public sealed record Passage(Element Element, int Item, int Number, int Start, string Wording)
{
    /// <summary>A run within the paragraph, as a place in the document.</summary>
    public Place At(int offset, int length) => new(Element, Item, Number, Start + offset, length);

    public Place At(Capture found) => At(found.Index, found.Length);

    public Place Whole => At(0, Wording.Length);
}
