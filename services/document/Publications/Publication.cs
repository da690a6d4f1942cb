using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Publications;

/// <summary>Where and when a document was published.</summary>
internal sealed class Publication
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required string Place { get; init; }

    public required string Uri { get; init; }

    public required DateTimeOffset PublishTime { get; init; }

    public required string Person { get; init; }

    public required DateTimeOffset RecordTime { get; init; }

    public V1.Publication ToProto() => new()
    {
        Place = Place,
        Uri = Uri,
        PublishTime = Timestamp.FromDateTimeOffset(PublishTime),
        Person = Person,
        RecordTime = Timestamp.FromDateTimeOffset(RecordTime),
    };
}

/// <summary>保密审查 of one thing that would be published. Reviewed again, the last word stands.</summary>
internal sealed class PublicationReview
{
    public required Guid DocumentId { get; init; }

    /// <summary>`body`, `annexes/{n}` or `attachments/{id}`.</summary>
    public required string Item { get; init; }

    /// <summary>Of what was reviewed: what was changed since was not.</summary>
    public required string Sha256 { get; set; }

    public required bool Passed { get; set; }

    public required string Note { get; set; }

    public required string Person { get; set; }

    public required DateTimeOffset Time { get; set; }
}
