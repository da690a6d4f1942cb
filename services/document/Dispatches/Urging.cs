using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Dispatches;

/// <summary>That the receiver of a dispatch was urged to sign for it: by whom and when.</summary>
internal sealed class Urging
{
    public required Guid DispatchId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Person { get; init; }

    public required string Note { get; init; }

    public V1.DispatchUrging ToProto() => new() { Time = Timestamp.FromDateTimeOffset(Time), Person = Person, Note = Note };
}
