namespace Backoffice.Regulations.Documents;

/// <summary>How far an outgoing document is. A rule speaks from the stage on at which the facts it needs exist.</summary>
public enum Stage
{
    /// <summary>起草</summary>
    Drafting,

    /// <summary>核稿</summary>
    OfficeReview,

    /// <summary>签发: before the signature is accepted.</summary>
    Signing,

    /// <summary>复核</summary>
    Recheck,

    /// <summary>登记</summary>
    Registration,

    /// <summary>核发</summary>
    Dispatch,
}
