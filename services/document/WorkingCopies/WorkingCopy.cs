using Google.Protobuf.WellKnownTypes;
using OutgoingDocument = Backoffice.Document.OutgoingDocuments.OutgoingDocument;

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

    /// <summary>Titles of the annexes, and what each says.</summary>
    public IReadOnlyList<string> AnnexTitles { get; private set; } = [];

    public IReadOnlyList<string> AnnexTexts { get; private set; } = [];

    public string Opinion { get; private set; } = "";

    public DateTimeOffset SaveTime { get; private set; }

    /// <summary>Keeps what was sent; saves may overtake each other on their way, and an older one changes nothing.</summary>
    public void Save(V1.WorkingCopy sent, DateTimeOffset at)
    {
        if (sent.Sequence <= Sequence)
            return;
        (Sequence, BaseEtag, SaveTime) = (sent.Sequence, sent.BaseEtag, at);
        (Title, MainRecipients, CopyRecipients, Body, Opinion) = (sent.Title, sent.MainRecipients, sent.CopyRecipients, sent.Body, sent.Opinion);
        (AnnexTitles, AnnexTexts) = ([.. sent.Annexes.Select(a => a.Title)], [.. sent.Annexes.Select(a => a.Text)]);
    }

    /// <summary>True when a document says all that it says. An editor that knows of no annexes sends none.</summary>
    public bool IsIn(OutgoingDocument document)
    {
        var (draft, annexes) = (document.Draft, document.AnnexesInOrder.ToArray());
        return (Body, Title, MainRecipients, CopyRecipients) == (document.Text.Body, draft.Title, draft.MainRecipients, draft.CopyRecipients)
            && (AnnexTitles.Count == 0 || (AnnexTitles.SequenceEqual(annexes.Select(a => a.Title)) && AnnexTexts.SequenceEqual(annexes.Select(a => a.Text))));
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
        Annexes = { withText ? AnnexTitles.Zip(AnnexTexts, (title, text) => new V1.Annex { Title = title, Text = text }) : [] },
        Opinion = withText ? Opinion : "",
        SaveTime = Timestamp.FromDateTimeOffset(SaveTime),
        Outdated = BaseEtag.Length > 0 && BaseEtag != etag,
    };
}
