using Backoffice.Archive.V1;
using Backoffice.Platform.Contracts;
using Backoffice.Platform.Storage;
using Backoffice.Procedures.V1;
using Backoffice.Regulations.Numbering;
using Google.Protobuf;
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

    /// <summary>The document it was filed from; null for one filed by hand, so that the index of sources stays unique.</summary>
    public string? Source { get; init; }

    public string RetentionReason { get; init; } = "";

    /// <summary>Metadata and process trace as proto JSON, which outlives any schema of ours.</summary>
    public string Details { get; init; } = "";

    /// <summary>Files besides the content, such as the handling slip.</summary>
    public List<ItemFile> Files { get; } = [];

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

    /// <summary>The hashes fixed at filing, the content's first.</summary>
    public IReadOnlyList<string> Hashes => [Sha256, .. Files.OrderBy(f => f.Number).Select(f => f.Sha256)];

    /// <summary>Records what a check of all files found.</summary>
    public void RecordFixity(bool intact, DateTimeOffset at)
    {
        (FixityCheckTime, FixityIntact) = (at, intact);
        Touch();
    }

    public static string DetailsOf(IEnumerable<(string Name, string Value)> metadata, IEnumerable<Act> acts) => JsonFormatter.Default.Format(new V1.ArchiveItem
    {
        Metadata = { metadata.Select(m => new ArchiveMetadata { Name = m.Name, Value = m.Value }) },
        Acts = { acts },
    });

    /// <summary>The item with what lists leave out.</summary>
    public V1.ArchiveItem ToProtoWithDetails()
    {
        var message = ToProto();
        if (Details.Length > 0)
            message.MergeFrom(NewerJson.Parser.Parse<V1.ArchiveItem>(Details));
        message.Files.AddRange(Files.OrderBy(f => f.Number).Select(f => new ArchiveFile
        {
            FileName = f.FileName,
            Role = f.Role,
            MediaType = f.MediaType,
            SizeBytes = f.SizeBytes,
            Sha256 = f.Sha256,
        }));
        return message;
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
        Source = Source ?? "",
        RetentionReason = RetentionReason,
    };
}

/// <summary>A file of an item besides its content.</summary>
internal sealed class ItemFile
{
    public required Guid ItemId { get; init; }

    public required int Number { get; init; }

    public required string FileName { get; init; }

    /// <summary>What it is, e.g. 文件处理单.</summary>
    public required string Role { get; init; }

    public required string MediaType { get; init; }

    public required long SizeBytes { get; init; }

    public required string Sha256 { get; init; }
}
