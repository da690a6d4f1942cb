using Backoffice.Archive.V1;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Archive.Filings;

/// <summary>One document that is done with, and what became of it. Made when the event comes; fetched afterwards, outside of any turn.</summary>
internal sealed class Filing
{
    /// <summary>Between two attempts.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }

    /// <summary>The document; filed once, however often it is told.</summary>
    public required string Source { get; init; }

    public FilingState State { get; private set; } = FilingState.Pending;

    public string ArchiveItem { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public int AttemptCount { get; private set; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Not tried before this.</summary>
    public required DateTimeOffset NextAttemptTime { get; set; }

    public DateTimeOffset? FileTime { get; private set; }

    public string Name => $"filings/{Id}";

    /// <summary>It became an item.</summary>
    public void Filed(string item, DateTimeOffset at)
    {
        (State, ArchiveItem, Reason, FileTime) = (FilingState.Filed, item, "", at);
        AttemptCount++;
    }

    /// <summary>不归档, for a reason that stays on record.</summary>
    public void Dismiss(string reason, DateTimeOffset at)
    {
        (State, Reason, FileTime) = (FilingState.NotFiled, reason, at);
        AttemptCount++;
    }

    /// <summary>It could not be fetched; tried again after a pause that doubles.</summary>
    public void Failed(string reason, DateTimeOffset at)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(AttemptCount, 10)));
        (Reason, NextAttemptTime) = (reason, at + (pause < LongestPause ? pause : LongestPause));
        AttemptCount++;
    }

    public V1.Filing ToProto() => new()
    {
        Name = Name,
        Source = Source,
        State = State,
        ArchiveItem = ArchiveItem,
        Reason = Reason,
        AttemptCount = AttemptCount,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        FileTime = FileTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
    };
}
