namespace Backoffice.Document.IncomingDocuments;

/// <summary>The body, apart from the particulars so that lists do not read it.</summary>
internal sealed class DocumentText
{
    public required Guid DocumentId { get; init; }

    public required string Body { get; set; }
}

/// <summary>
/// One who may see a document: a person or a unit. Carries the document's place in each order of the list, so that a page
/// is read from one index however many documents there are.
/// </summary>
internal sealed class Reader
{
    public required Guid DocumentId { get; init; }

    /// <summary>`units/{id}` or `people/{id}`.</summary>
    public required string Principal { get; init; }

    public long OrderKey { get; private set; }

    /// <summary>Day number of the issue date; 0 when unknown.</summary>
    public int IssueDay { get; private set; }

    public void Follow(IncomingDocument document)
    {
        OrderKey = document.OrderKey;
        IssueDay = document.Particulars.IssueDate?.DayNumber ?? 0;
    }
}

/// <summary>A file held with a document; the content lies in the blob store.</summary>
internal sealed class Attachment
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long SizeBytes { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset CreateTime { get; init; }
}

/// <summary>The particulars as they stood before a change, as the contract's message.</summary>
internal sealed class PastVersion
{
    public required Guid DocumentId { get; init; }

    public required int Version { get; init; }

    public required byte[] Document { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Person { get; init; }

    public required IReadOnlyList<string> ChangedFields { get; init; }
}
