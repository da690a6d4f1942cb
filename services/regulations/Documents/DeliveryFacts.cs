using Backoffice.Regulations.Secrecy;

namespace Backoffice.Regulations.Documents;

/// <summary>传递方式: how a document is carried from one organ to another (条例 第26条).</summary>
public enum Channel
{
    /// <summary>Post, messenger or a network that is not classified.</summary>
    Ordinary,

    /// <summary>机要交通</summary>
    ConfidentialCourier,

    /// <summary>邮政机要通信</summary>
    ConfidentialMail,

    /// <summary>城市机要文件交换站</summary>
    ExchangeStation,

    /// <summary>机关机要人员</summary>
    ConfidentialStaff,

    /// <summary>密码电报</summary>
    CipherTelegram,

    /// <summary>符合国家保密规定的计算机信息系统</summary>
    ClassifiedSystem,
}

/// <summary>What the rules need to know when a document is printed and leaves the house.</summary>
public sealed record DeliveryFacts
{
    public required SecrecyLevel Level { get; init; }

    /// <summary>True where the place of printing meets the demands of secrecy.</summary>
    public bool PrintedInSecurePlace { get; init; }

    /// <summary>核发: what was checked of the printed document.</summary>
    public bool TextChecked { get; init; }

    public bool FormatChecked { get; init; }

    public bool PrintChecked { get; init; }

    public Channel Channel { get; init; }
}
