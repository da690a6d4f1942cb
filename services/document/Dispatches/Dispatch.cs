using Backoffice.Document.V1;
using Backoffice.Platform.Hosting;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Calendar;
using Google.Protobuf.WellKnownTypes;
using Invalidity = Backoffice.Document.OutgoingValidity.Invalidity;

namespace Backoffice.Document.Dispatches;

/// <summary>One line of the ledger of a dispatched document: a copy sent to an organ, and who signed for it.</summary>
internal sealed class Dispatch
{
    /// <summary>What a line of the ledger is read with.</summary>
    public static readonly IPartsOf<DocumentDb, Dispatch> Parts = new PartsOf<DocumentDb, Dispatch, Urging>(u => u.DispatchId, d => d.Id, d => d.Urgings);

    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Its place in the ledger, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The organ as printed.</summary>
    public required string Organ { get; init; }

    /// <summary>`units/{id}` that receives it here; empty when it goes by other ways.</summary>
    public required string Unit { get; init; }

    public required int CopyCount { get; init; }

    /// <summary>份号 of the first copy; 0 where copies are not numbered.</summary>
    public int FirstCopyNumber { get; private set; }

    /// <summary>份号 as the copies bear them, e.g. 000004-000006; empty of what is no state secret.</summary>
    public string CopyNumbers => FirstCopyNumber == 0 ? ""
        : CopyCount == 1 ? $"{FirstCopyNumber:000000}" : $"{FirstCopyNumber:000000}-{FirstCopyNumber + CopyCount - 1:000000}";

    public required DateTimeOffset DispatchTime { get; init; }

    public DateTimeOffset? SignForTime { get; private set; }

    public string SignForPerson { get; private set; } = "";

    /// <summary>When it arrived at an organ outside.</summary>
    public DateTimeOffset? DeliverTime { get; private set; }

    /// <summary>Returned or answered by an organ outside; null while it is neither.</summary>
    public ReceiptStatus? Ending { get; private set; }

    public DateTimeOffset? EndTime { get; private set; }

    public string? EndNote { get; private set; }

    /// <summary>催办: each time the receiver was urged to sign for it.</summary>
    public List<Urging> Urgings { get; } = [];

    /// <summary>As the receiver's list shows it; neither ever changes after the dispatch.</summary>
    public required string Title { get; init; }

    public required string DocumentNumber { get; init; }

    /// <summary>How far it has come.</summary>
    public ReceiptStatus Status =>
        Ending ?? (SignForTime is not null ? ReceiptStatus.SignedFor : DeliverTime is not null ? ReceiptStatus.Delivered : ReceiptStatus.Unspecified);

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

    /// <summary>Numbers its copies from one on; the number that comes after them.</summary>
    public int NumberCopies(int first)
    {
        FirstCopyNumber = first;
        return first + CopyCount;
    }

    /// <summary>签收, once; the first signature stands.</summary>
    public bool SignFor(string person, DateTimeOffset at)
    {
        if (SignForTime is not null)
            return false;
        (SignForTime, SignForPerson) = (at, person);
        return true;
    }

    /// <summary>Moves on by a receipt. One that tells less than is known, or another end, comes too late.</summary>
    public bool Take(ExchangedReceipt receipt, DateTimeOffset at)
    {
        if (receipt.Status <= Status || Ending is not null)
            return false;
        switch (receipt.Status)
        {
            case ReceiptStatus.Delivered:
                DeliverTime = at;
                break;
            case ReceiptStatus.SignedFor:
                (SignForTime, SignForPerson) = (at, receipt.Person);
                break;
            default:
                (Ending, EndTime, EndNote) = (receipt.Status, at, receipt.Note);
                break;
        }
        return true;
    }

    /// <summary>催办; not twice on one working day, to which the days off after it belong.</summary>
    public void Urge(string person, string note, OfficeClock clock, WorkingCalendar calendar)
    {
        if (Status is ReceiptStatus.SignedFor or ReceiptStatus.Returned or ReceiptStatus.Answered)
            throw DocumentErrors.NothingToUrge(Name);
        if (Urgings.MaxBy(u => u.Number) is { } last && calendar.WorkingDaysBetween(clock.DayOf(last.Time), clock.Today) == 0)
            throw DocumentErrors.UrgedToday(Name, clock.DayOf(last.Time));
        Urgings.Add(new Urging { DispatchId = Id, Number = Urgings.Count + 1, Time = clock.Now, Person = person, Note = note });
    }

    /// <param name="invalidity">How the document ceased to be in force since.</param>
    public V1.Dispatch ToProto(Invalidity? invalidity = null) => new()
    {
        Name = Name,
        Organ = Organ,
        Unit = Unit,
        CopyCount = CopyCount,
        FirstCopyNumber = FirstCopyNumber,
        DispatchTime = Timestamp.FromDateTimeOffset(DispatchTime),
        SignForTime = SignForTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        SignForPerson = SignForPerson,
        Title = Title,
        DocumentNumber = DocumentNumber,
        ReceiptStatus = Status,
        DeliverTime = DeliverTime is { } delivered ? Timestamp.FromDateTimeOffset(delivered) : null,
        EndTime = EndTime is { } ended ? Timestamp.FromDateTimeOffset(ended) : null,
        EndNote = EndNote ?? "",
        Invalidity = invalidity?.ToReceiver(),
        Urgings = { Urgings.OrderBy(u => u.Number).Select(u => u.ToProto()) },
    };
}
