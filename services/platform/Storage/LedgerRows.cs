using Backoffice.Platform.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Platform.Storage;

/// <summary>An event as its producer recorded it.</summary>
internal abstract class RecordedEvent
{
    public required long Sequence { get; init; }
    public required string Type { get; init; }
    public required string PayloadJson { get; init; }
    public required DateTimeOffset OccurTime { get; init; }
    public required string Traceparent { get; init; }

    public EventRecord ToRecord(string producer) => new()
    {
        Producer = producer,
        Sequence = Sequence,
        Type = Type,
        PayloadJson = PayloadJson,
        OccurTime = Timestamp.FromDateTimeOffset(OccurTime),
        Traceparent = Traceparent,
    };
}

/// <summary>One event in the log; never changed or removed.</summary>
internal sealed class EventRow : RecordedEvent;

/// <summary>One entry of the audit trail; never changed or removed.</summary>
internal sealed class AuditRow
{
    public required long Sequence { get; init; }
    public required DateTimeOffset Time { get; init; }
    public required string Account { get; init; }
    public required string Post { get; init; }
    public required string Method { get; init; }
    public required string Resource { get; init; }
    public required int Code { get; init; }
    public required string Reason { get; init; }
    public required string TraceId { get; init; }
    public required byte[] Hash { get; set; }
}

/// <summary>The answer to one request, kept so that a repeat gets the same.</summary>
internal sealed class KeptAnswer
{
    public required string Account { get; init; }
    public required Guid RequestId { get; init; }
    public required string Method { get; init; }
    public required byte[] Fingerprint { get; init; }
    public required byte[] Answer { get; init; }
    public required DateTimeOffset Time { get; init; }
}

/// <summary>How far events of one producer have been applied, without gaps.</summary>
internal sealed class ConsumerMark
{
    public required string Producer { get; init; }
    public required long Sequence { get; set; }
}

/// <summary>An event of another service that could not be applied, kept as it was recorded.</summary>
internal sealed class DeadLetterRow : RecordedEvent
{
    public required string Producer { get; init; }

    /// <summary>Later events with this key wait behind it.</summary>
    public required string OrderKey { get; init; }

    /// <summary>Empty when it only stands behind another.</summary>
    public required string Reason { get; set; }

    public required int Attempts { get; set; }
    public required DateTimeOffset SetAsideTime { get; init; }
    public DateTimeOffset? LastAttemptTime { get; set; }

    public static DeadLetterRow Of(EventRecord record, string orderKey, string reason, DateTimeOffset now) => new()
    {
        Producer = record.Producer,
        Sequence = record.Sequence,
        Type = record.Type,
        PayloadJson = record.PayloadJson,
        OccurTime = record.OccurTime.ToDateTimeOffset(),
        Traceparent = record.Traceparent,
        OrderKey = orderKey,
        Reason = reason,
        Attempts = 0,
        SetAsideTime = now,
    };

    public void FailAgain(string reason, DateTimeOffset now) => (Reason, Attempts, LastAttemptTime) = (reason, Attempts + 1, now);
}

/// <summary>How far the own events have been handed to pub/sub.</summary>
internal sealed class RelayMark
{
    public required int Id { get; init; }
    public required long Sequence { get; set; }
}

/// <summary>Tokens of an account issued before this are void.</summary>
internal sealed class Revocation
{
    public required string Account { get; init; }
    public required DateTimeOffset NotBefore { get; set; }
}

/// <summary>The last number given out under a name, e.g. `incoming/2026`.</summary>
internal sealed class Counter
{
    public required string Name { get; init; }
    public required long Last { get; set; }
}

/// <summary>The ends of event log and audit trail; the row that every writer of the store queues for.</summary>
internal sealed class LedgerHeadRow
{
    public required int Id { get; init; }
    public required long EventSequence { get; init; }
    public required long AuditSequence { get; init; }
    public required byte[] AuditHash { get; init; }
}
