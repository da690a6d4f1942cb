namespace Backoffice.Regulations.Secrecy;

/// <summary>密级 (保守国家秘密法 第14条), the lowest first.</summary>
public enum SecrecyLevel
{
    /// <summary>Not a state secret.</summary>
    None,

    /// <summary>秘密</summary>
    Secret,

    /// <summary>机密</summary>
    Confidential,

    /// <summary>绝密</summary>
    TopSecret,
}
