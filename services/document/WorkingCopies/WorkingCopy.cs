using Google.Protobuf.WellKnownTypes;

namespace Backoffice.Document.WorkingCopies;

/// <summary>What one editor of one person holds of a document's text or of an opinion. It is nobody else's, and no version.</summary>
internal sealed class WorkingCopy
{
    public required string Person { get; init; }

    /// <summary>`outgoingDocuments/{id}` or `matters/{id}`.</summary>
    public required string Parent { get; init; }

    public required Guid Editor { get; init; }

    public long Sequence { get; private set; }

    public string BaseEtag { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string MainRecipients { get; private set; } = "";

    public string CopyRecipients { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string Opinion { get; private set; } = "";

    public DateTimeOffset SaveTime { get; private set; }

    /// <summary>Keeps what was sent; saves may overtake each other on their way, and an older one changes nothing.</summary>
    public void Save(V1.WorkingCopy sent, DateTimeOffset at)
    {
        if (sent.Sequence <= Sequence)
            return;
        (Sequence, BaseEtag, SaveTime) = (sent.Sequence, sent.BaseEtag, at);
        (Title, MainRecipients, CopyRecipients, Body, Opinion) = (sent.Title, sent.MainRecipients, sent.CopyRecipients, sent.Body, sent.Opinion);
    }

    public V1.WorkingCopy ToProto(string etag, bool withText) => new()
    {
        Editor = Editor.ToString(),
        Sequence = Sequence,
        BaseEtag = BaseEtag,
        Title = withText ? Title : "",
        MainRecipients = withText ? MainRecipients : "",
        CopyRecipients = withText ? CopyRecipients : "",
        Body = withText ? Body : "",
        Opinion = withText ? Opinion : "",
        SaveTime = Timestamp.FromDateTimeOffset(SaveTime),
        Outdated = BaseEtag.Length > 0 && BaseEtag != etag,
    };
}
