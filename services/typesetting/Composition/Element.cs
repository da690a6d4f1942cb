namespace Backoffice.Typesetting.Composition;

/// <summary>公文格式要素 (GB/T 9704—2012, 7).</summary>
public enum Element
{
    /// <summary>份号</summary>
    CopyNumber,

    /// <summary>密级和保密期限</summary>
    Secrecy,

    /// <summary>紧急程度</summary>
    Urgency,

    /// <summary>发文机关标志</summary>
    OrganMark,

    /// <summary>发文字号</summary>
    DocumentNumber,

    /// <summary>签发人</summary>
    Signer,

    /// <summary>版头中的分隔线</summary>
    HeadRule,

    /// <summary>标题</summary>
    Title,

    /// <summary>主送机关</summary>
    MainRecipients,

    /// <summary>正文</summary>
    Body,

    /// <summary>附件说明</summary>
    AttachmentNote,

    /// <summary>出席、请假、列席</summary>
    Attendance,

    /// <summary>发文机关署名</summary>
    Signatory,

    /// <summary>成文日期</summary>
    FinalDate,

    /// <summary>附注</summary>
    Remark,

    /// <summary>附件顺序号</summary>
    AnnexLabel,

    /// <summary>附件标题</summary>
    AnnexTitle,

    /// <summary>附件</summary>
    Annex,

    /// <summary>版记中的分隔线</summary>
    ColophonRule,

    /// <summary>抄送机关, and 主送机关 that moved to the colophon</summary>
    CopyRecipients,

    /// <summary>印发机关和印发日期</summary>
    Printing,

    /// <summary>页码</summary>
    PageNumber,
}
