using Backoffice.Document.IncomingDocuments;
using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Secrecy;

/// <summary>One review of a state secret, and what came of it.</summary>
internal sealed class ClassificationReview
{
    public required string Subject { get; init; }

    public required int Number { get; init; }

    public required ReviewOutcome Outcome { get; init; }

    public required string Reason { get; init; }

    /// <summary>The first day on which it is no secret by this review; null where that did not change.</summary>
    public required DateOnly? OpenFrom { get; init; }

    public required string Authority { get; init; }

    public required string Notice { get; init; }

    public required string Person { get; init; }

    public required DateTimeOffset Time { get; init; }

    public V1.ClassificationReview ToProto() => new()
    {
        Outcome = Outcome,
        Reason = Reason,
        Person = Person,
        Time = Timestamp.FromDateTimeOffset(Time),
        DeclassificationDate = OpenFrom?.ToProto(),
        Authority = Authority,
        Notice = Notice,
    };
}
