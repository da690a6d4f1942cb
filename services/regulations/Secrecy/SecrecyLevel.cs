namespace Backoffice.Regulations.Secrecy;

/// <summary>密级 (保守国家秘密法 第14条), the lowest first. 秘密 is the lowest state secret; 工作秘密 is none (第64条).</summary>
public enum SecrecyLevel
{
    /// <summary>Not secret.</summary>
    None,

    /// <summary>工作秘密（内部）</summary>
    WorkSecret,

    /// <summary>秘密</summary>
    Secret,

    /// <summary>机密</summary>
    Confidential,

    /// <summary>绝密</summary>
    TopSecret,
}

/// <summary>What people call the levels, and what each asks for.</summary>
public static class SecrecyLevels
{
    public static bool IsStateSecret(this SecrecyLevel level) => level >= SecrecyLevel.Secret;

    public static string ToChinese(this SecrecyLevel level) => level switch
    {
        SecrecyLevel.WorkSecret => "工作秘密",
        SecrecyLevel.Secret => "秘密",
        SecrecyLevel.Confidential => "机密",
        SecrecyLevel.TopSecret => "绝密",
        _ => "",
    };

    /// <summary>The longest period of a level in years (第20条); 0 for what has none.</summary>
    public static int LongestPeriod(this SecrecyLevel level) => level switch
    {
        SecrecyLevel.Secret => 10,
        SecrecyLevel.Confidential => 20,
        SecrecyLevel.TopSecret => 30,
        _ => 0,
    };
}
