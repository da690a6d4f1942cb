using Backoffice.Document.Matters;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.Publications;

/// <summary>One thing of a document that would be published: 逐件.</summary>
/// <param name="Item">`body`, `annexes/{n}` or `attachments/{id}`.</param>
/// <param name="Sha256">Of its content.</param>
internal sealed record PublishedThing(string Item, string DisplayName, string Sha256)
{
    /// <summary>Everything of a document that would be published, the text first.</summary>
    public static IReadOnlyList<PublishedThing> Of(OutgoingDocument document) =>
    [
        new("body", document.Draft.Title, ContentHash.Of([document.Draft.Title, document.Text.Body])),
        .. document.AnnexesInOrder.Select((a, i) => new PublishedThing($"annexes/{i + 1}", a.Title, ContentHash.Of([a.Title, a.Text]))),
        .. document.Attachments.Where(a => a.IsSent).OrderBy(a => a.Id).Select(a => new PublishedThing($"attachments/{a.Id}", a.FileName, a.Sha256)),
    ];
}
