using Backoffice.Typesetting.Documents;

namespace Backoffice.Typesetting.Import;

/// <summary>What a file says of the document in it, element by element. What is empty was not there, or was not recognised.</summary>
public sealed record ImportedDocument
{
    public string Title { get; init; } = "";

    /// <summary>主送机关, without the colon.</summary>
    public string MainRecipients { get; init; } = "";

    /// <summary>正文, a paragraph a line.</summary>
    public string Body { get; init; } = "";

    /// <summary>附件说明: names of the attachments.</summary>
    public IReadOnlyList<string> AttachmentNames { get; init; } = [];

    /// <summary>发文机关署名, a line each.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>成文日期 as it was printed.</summary>
    public string Date { get; init; } = "";

    /// <summary>附注, without the brackets.</summary>
    public string Remark { get; init; } = "";

    /// <summary>抄送机关, without the full stop.</summary>
    public string CopyRecipients { get; init; } = "";

    /// <summary>版头 and 印发 lines: mark, number, signer and the like, which the service sets itself.</summary>
    public IReadOnlyList<string> Frame { get; init; } = [];

    /// <summary>附件: what stands after the text, each under its mark.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>What follows the signature and is under no mark.</summary>
    public string Trailer { get; init; } = "";
}

/// <summary>What a file held besides text.</summary>
public enum LeftOut
{
    Image,
    TextBox,
    Comment,
    Footnote,
    HiddenText,
    HeaderOrFooter,
    EmbeddedObject,
    Formula,
    Symbol,
    Hyperlink,
}

/// <summary>A file read: the document, what was left out of it and how often, and how many tracked changes there were.</summary>
public sealed record ImportedFile(ImportedDocument Document, IReadOnlyDictionary<LeftOut, int> LeftOut, int Insertions, int Deletions);

/// <summary>What becomes of tracked changes (修订).</summary>
public enum TrackedChanges
{
    Accept,
    Reject,
}

/// <summary>The file is none that is read; the message says why, for the person who sent it.</summary>
public sealed class FileNotReadException(string why, Exception? inner = null) : Exception(why, inner);
