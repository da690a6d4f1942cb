using Backoffice.Document.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.Dispatches;

/// <summary>One line of the ledger of a dispatched document: a copy sent to an organ, and who signed for it.</summary>
internal sealed class Dispatch
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Its place in the ledger, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The organ as printed.</summary>
    public required string Organ { get; init; }

    /// <summary>`units/{id}` that receives it here; empty when it goes by other ways.</summary>
    public required string Unit { get; init; }

    public required int CopyCount { get; init; }

    public required DateTimeOffset DispatchTime { get; init; }

    public DateTimeOffset? SignForTime { get; private set; }

    public string SignForPerson { get; private set; } = "";

    /// <summary>As the receiver's list shows it; neither ever changes after the dispatch.</summary>
    public required string Title { get; init; }

    public required string DocumentNumber { get; init; }

    public string Name => $"outgoingDocuments/{DocumentId}/dispatches/{Id}";

    public static Dispatch Of(OutgoingDocuments.OutgoingDocument document, int number, Recipient recipient, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        DocumentId = document.Id,
        Number = number,
        Organ = recipient.Organ,
        Unit = recipient.Unit,
        CopyCount = Math.Max(1, recipient.CopyCount),
        DispatchTime = at,
        Title = document.Draft.Title,
        DocumentNumber = document.DocumentNumber!,
    };

    /// <summary>签收, once; the first signature stands.</summary>
    public bool SignFor(string person, DateTimeOffset at)
    {
        if (SignForTime is not null)
            return false;
        (SignForTime, SignForPerson) = (at, person);
        return true;
    }

    public V1.Dispatch ToProto() => new()
    {
        Name = Name,
        Organ = Organ,
        Unit = Unit,
        CopyCount = CopyCount,
        DispatchTime = Timestamp.FromDateTimeOffset(DispatchTime),
        SignForTime = SignForTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        SignForPerson = SignForPerson,
        Title = Title,
        DocumentNumber = DocumentNumber,
    };
}
