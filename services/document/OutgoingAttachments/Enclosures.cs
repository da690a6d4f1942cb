using Backoffice.Regulations.Documents;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

namespace Backoffice.Document.OutgoingAttachments;

/// <summary>What is with a document besides its text: first what is bound with it, then the files that are sent.</summary>
internal static class Enclosures
{
    public static IReadOnlyList<Enclosure> Of(OutgoingDocument document) =>
    [
        .. document.AnnexesInOrder.Select(a => new Enclosure(a.Title)),
        .. document.Attachments.Where(a => a.IsSent).OrderBy(FirstOf).Select(a => Enclosure.OfFile(a.FileName)),
    ];

    // A clean copy stands where its original stood.
    private static Guid FirstOf(OutgoingAttachment attachment) => attachment.CleanedFrom ?? attachment.Id;
}
