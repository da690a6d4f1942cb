using Backoffice.Archive.V1;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;
using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Archive.ArchiveItems;

/// <summary>One filed item: its particulars and the hash of its content are fixed; only checks of the content are added.</summary>
internal sealed class ArchiveItem : Versioned
{
    public required Guid Id { get; init; }

    /// <summary>Position in the order of filing, newest last.</summary>
    public required long OrderKey { get; init; }

    /// <summary>档号 as given.</summary>
    public string ReferenceCode { get; private set; } = "";

    public required string Title { get; init; }

    public required string Creator { get; init; }

    public required string DocumentNumber { get; init; }

    public required int FilingYear { get; init; }

    public required RetentionPeriod RetentionPeriod { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long SizeBytes { get; init; }

    /// <summary>固化信息: SHA-256 of the content, by which the blob store knows it.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset FileTime { get; init; }

    public required string Filer { get; init; }

    public DateTimeOffset? FixityCheckTime { get; private set; }

    public bool FixityIntact { get; private set; }

    public string Name => $"archiveItems/{Id}";

    /// <summary>The class in which the item is numbered.</summary>
    public FilingClass ClassIn(string fonds) => new(fonds, FilingYear, RetentionPeriod switch
    {
        RetentionPeriod.Permanent => RetentionCode.Y,
        RetentionPeriod.Years30 => RetentionCode.D30,
        RetentionPeriod.Years10 => RetentionCode.D10,
        _ => throw new InvalidOperationException($"{RetentionPeriod} has no code."),
    });

    public void Number(ReferenceCode code)
    {
        if (code.Item > Regulations.Numbering.ReferenceCode.LastItem)
            throw ArchiveErrors.ReferenceCodesExhausted(code.Class.ToString());
        ReferenceCode = code.ToString();
    }

    /// <summary>Records what a check of the content found.</summary>
    public void RecordFixity(string foundSha256, DateTimeOffset at)
    {
        (FixityCheckTime, FixityIntact) = (at, foundSha256 == Sha256);
        Touch();
    }

    public V1.ArchiveItem ToProto(bool withTitle = true) => new()
    {
        Name = Name,
        Etag = Etag,
        ReferenceCode = ReferenceCode,
        Title = withTitle ? Title : "",
        Creator = Creator,
        DocumentNumber = DocumentNumber,
        FilingYear = FilingYear,
        RetentionPeriod = RetentionPeriod,
        FileName = FileName,
        MediaType = MediaType,
        SizeBytes = SizeBytes,
        Sha256 = Sha256,
        FileTime = Timestamp.FromDateTimeOffset(FileTime),
        Filer = Filer,
        FixityCheckTime = FixityCheckTime is { } at ? Timestamp.FromDateTimeOffset(at) : null,
        FixityIntact = FixityIntact,
    };
}
