using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.DocumentNumbers;

/// <summary>One line of the register of 发文字号. A number that was voided stays in it and is never given again.</summary>
internal sealed class GivenNumber
{
    public required string Code { get; init; }

    public required int Year { get; init; }

    public required long Sequence { get; init; }

    /// <summary>As printed.</summary>
    public required string Number { get; init; }

    public required Guid DocumentId { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public DateTimeOffset? VoidTime { get; private set; }

    public string VoidReason { get; private set; } = "";

    public void Void(string reason, DateTimeOffset at) => (VoidTime, VoidReason) = (at, reason);

    public DocumentNumber ToProto() => new()
    {
        Number = Number,
        Sequence = Sequence,
        OutgoingDocument = $"outgoingDocuments/{DocumentId}",
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        VoidTime = VoidTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        VoidReason = VoidReason,
    };
}
