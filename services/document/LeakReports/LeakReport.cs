using Backoffice.Platform.Storage;
using Backoffice.Regulations.Secrecy;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.LeakReports;

/// <summary>A leak or possible leak: what was found, and when the authority was told (实施条例 第61条).</summary>
internal sealed class LeakReport : Versioned
{
    public required Guid Id { get; init; }

    public required DateTimeOffset DiscoverTime { get; init; }

    public required string Description { get; init; }

    public required string Measures { get; init; }

    /// <summary>The document that is affected; empty where it is none of the register.</summary>
    public required string Subject { get; init; }

    public required string Reporter { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public DateTimeOffset? ReportTime { get; private set; }

    public string Recipients { get; private set; } = "";

    public string ReportPerson { get; private set; } = "";

    public string Name => $"leakReports/{Id}";

    /// <summary>The authority was told, once.</summary>
    public void Report(DateTimeOffset reported, string recipients, string person, DateTimeOffset now)
    {
        if (ReportTime is { } before)
            throw DocumentErrors.LeakReported(Name, before);
        if (reported < DiscoverTime || reported > now)
            throw DocumentErrors.StatedTime("report_time", reported, DiscoverTime, now);
        (ReportTime, Recipients, ReportPerson) = (reported, recipients, person);
        Touch();
    }

    public V1.LeakReport ToProto(DateTimeOffset now) => new()
    {
        Name = Name,
        Etag = Etag,
        DiscoverTime = Timestamp.FromDateTimeOffset(DiscoverTime),
        Description = Description,
        Measures = Measures,
        Document = Subject,
        Reporter = Reporter,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        DueTime = Timestamp.FromDateTimeOffset(LeakRules.ReportDue(DiscoverTime)),
        ReportTime = ReportTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        Recipients = Recipients,
        ReportPerson = ReportPerson,
        Late = LeakRules.Check(DiscoverTime, ReportTime, now).Any(),
    };
}
