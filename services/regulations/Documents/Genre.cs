namespace Backoffice.Regulations.Documents;

/// <summary>文种: the fifteen kinds of official document in the order of 条例 第8条, and what is none of them.</summary>
public enum Genre
{
    /// <summary>Not chosen yet, or printed as something that is no kind of document.</summary>
    None,

    /// <summary>决议</summary>
    Resolution,

    /// <summary>决定</summary>
    Decision,

    /// <summary>命令（令）</summary>
    Order,

    /// <summary>公报</summary>
    Communique,

    /// <summary>公告</summary>
    Announcement,

    /// <summary>通告</summary>
    PublicNotice,

    /// <summary>意见</summary>
    Opinion,

    /// <summary>通知</summary>
    Notice,

    /// <summary>通报</summary>
    Circular,

    /// <summary>报告</summary>
    Report,

    /// <summary>请示</summary>
    Request,

    /// <summary>批复</summary>
    Reply,

    /// <summary>议案</summary>
    Motion,

    /// <summary>函</summary>
    Letter,

    /// <summary>纪要</summary>
    Minutes,

    /// <summary>事务文书: speeches, bulletins, summaries, plans; issued formally only as an attachment (rule DOC-G00).</summary>
    OfficeText,
}
