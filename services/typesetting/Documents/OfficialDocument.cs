namespace Backoffice.Typesetting.Documents;

/// <summary>An official document (公文) as its elements, before it has a page (GB/T 9704—2012, 7). What is empty is not printed.</summary>
public sealed record OfficialDocument
{
    public PageFormat Format { get; init; }

    /// <summary>发文机关标志: the issuing organs, the main one first. The format adds what follows them, such as 文件.</summary>
    public required IReadOnlyList<string> Organs { get; init; }

    /// <summary>份号, 1 to 999999; null where copies are not numbered.</summary>
    public int? CopyNumber { get; init; }

    /// <summary>密级和保密期限 as printed: 机密★5年.</summary>
    public string Secrecy { get; init; } = "";

    /// <summary>紧急程度: 特急 or 加急.</summary>
    public string Urgency { get; init; } = "";

    /// <summary>发文字号; of an order 第×号.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>签发人 in the order of the organs; only upward documents name them.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    public string Title { get; init; } = "";

    /// <summary>主送机关 as printed, without the colon.</summary>
    public string MainRecipients { get; init; } = "";

    /// <summary>正文, a paragraph a line; levels are told by their ordinals.</summary>
    public string Body { get; init; } = "";

    /// <summary>附件说明: names of the attachments.</summary>
    public IReadOnlyList<string> AttachmentNames { get; init; } = [];

    /// <summary>出席、请假、列席 of minutes.</summary>
    public IReadOnlyList<Attendance> Attendance { get; init; } = [];

    /// <summary>发文机关署名; the organs of the mark where none is given.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    public SealKind Seal { get; init; } = SealKind.OrganSeal;

    /// <summary>Who signs by a stamp of the signature (签名章), as an order has it.</summary>
    public SigningOfficer? Officer { get; init; }

    /// <summary>成文日期</summary>
    public DateOnly? Date { get; init; }

    /// <summary>附注, without the brackets.</summary>
    public string Remark { get; init; } = "";

    /// <summary>附件 that are bound with the document.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>抄送机关 as printed, without the full stop.</summary>
    public string CopyRecipients { get; init; } = "";

    /// <summary>印发机关</summary>
    public string PrintingOrgan { get; init; } = "";

    /// <summary>印发日期</summary>
    public DateOnly? PrintingDate { get; init; }
}

/// <summary>The formats of GB/T 9704: the general one and the special ones of clause 10.</summary>
public enum PageFormat
{
    /// <summary>文件式</summary>
    Standard,

    /// <summary>信函格式 (10.1)</summary>
    Letter,

    /// <summary>命令（令）格式 (10.2)</summary>
    Order,

    /// <summary>纪要格式 (10.3)</summary>
    Minutes,
}

/// <summary>What the place of the signature is laid out for (7.3.5).</summary>
public enum SealKind
{
    /// <summary>加盖印章: one seal an organ.</summary>
    OrganSeal,

    /// <summary>不加盖印章</summary>
    None,
}

/// <summary>签发人 who stamps the signature: post in full and name.</summary>
public sealed record SigningOfficer(string Post, string Name);

/// <summary>Those who attended or did not: 出席 and their names.</summary>
public sealed record Attendance(string Label, string Names);

/// <summary>One attachment: title and text.</summary>
public sealed record Annex(string Title, string Text)
{
    /// <summary>顺序号 as 附件说明 gives it; null: its place among those that are bound.</summary>
    public int? Number { get; init; }

    /// <summary>附件, with its number where there are several.</summary>
    internal string Label(int index, int count) => $"附件{(Number ?? (count > 1 ? index + 1 : null))}";
}
