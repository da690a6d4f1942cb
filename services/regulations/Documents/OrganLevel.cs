namespace Backoffice.Regulations.Documents;

/// <summary>层级, the lower first.</summary>
public enum OrganLevel
{
    /// <summary>乡镇、街道</summary>
    Township,

    /// <summary>县、县级市、区、旗</summary>
    County,

    /// <summary>设区的市、自治州、盟</summary>
    City,

    /// <summary>省、自治区、直辖市</summary>
    Province,

    /// <summary>国家</summary>
    Central,
}
