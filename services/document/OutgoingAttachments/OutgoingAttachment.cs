using Backoffice.Document.V1;
using Backoffice.Typesetting.CleanCopies;
using Google.Protobuf.WellKnownTypes;
using HiddenContent = Backoffice.Typesetting.CleanCopies.HiddenContent;

namespace Backoffice.Document.OutgoingAttachments;

/// <summary>A file sent with a document; its content lies in the blob store under its hash.</summary>
internal sealed class OutgoingAttachment
{
    public required Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required long SizeBytes { get; init; }

    public required string Sha256 { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    public required string Person { get; init; }

    /// <summary>The file it is the clean copy of.</summary>
    public Guid? CleanedFrom { get; init; }

    /// <summary>The clean copy that is sent in its place.</summary>
    public Guid? ReplacedBy { get; private set; }

    public List<HiddenFinding> Hidden { get; } = [];

    /// <summary>True for what leaves the house: a file, or the clean copy in its place.</summary>
    public bool IsSent => ReplacedBy is null;

    public string Name => $"outgoingDocuments/{DocumentId}/attachments/{Id}";

    public OutgoingAttachment With(IEnumerable<HiddenContent> found)
    {
        Hidden.AddRange(found.Select(f => new HiddenFinding { AttachmentId = Id, Kind = f.Kind, Count = f.Count }));
        return this;
    }

    public void Replace(OutgoingAttachment copy) => ReplacedBy = copy.Id;

    public V1.OutgoingAttachment ToProto() => new()
    {
        Name = Name,
        FileName = FileName,
        MediaType = MediaType,
        SizeBytes = SizeBytes,
        Sha256 = Sha256,
        CreateTime = Timestamp.FromDateTimeOffset(CreateTime),
        Person = Person,
        HiddenContents = { Hidden.OrderBy(h => h.Kind).Select(h => new V1.HiddenContent { Kind = (HiddenContentKind)((int)h.Kind + 1), Count = h.Count }) },
        CleanedFrom = CleanedFrom is { } from ? $"outgoingDocuments/{DocumentId}/attachments/{from}" : "",
        ReplacedBy = ReplacedBy is { } by ? $"outgoingDocuments/{DocumentId}/attachments/{by}" : "",
    };
}

/// <summary>One kind of hidden content that was found when the file was added.</summary>
internal sealed class HiddenFinding
{
    public required Guid AttachmentId { get; init; }

    public required HiddenKind Kind { get; init; }

    public required int Count { get; init; }

    /// <summary>As people read it: 批注3处.</summary>
    public override string ToString() => Kind switch
    {
        HiddenKind.Revision => $"修订{Count}处",
        HiddenKind.Comment => $"批注{Count}处",
        HiddenKind.Author => $"作者信息{Count}项",
        HiddenKind.HiddenText => $"隐藏内容{Count}处",
        HiddenKind.RevisionMark => $"修订标识{Count}处",
        HiddenKind.CustomProperty => $"自定义属性{Count}项",
        HiddenKind.EmbeddedObject => $"嵌入对象{Count}个",
        HiddenKind.ExternalReference => $"外部引用{Count}处",
        HiddenKind.EarlierVersion => $"较早版本{Count}个",
        _ => $"附带文件{Count}个",
    };
}
