namespace Backoffice.Regulations.Secrecy;

/// <summary>Who destroys carriers of state secrets.</summary>
public enum CarrierDestroyer
{
    /// <summary>Nobody who may.</summary>
    Other,

    /// <summary>保密行政管理部门确定的单位.</summary>
    DesignatedUnit,

    /// <summary>自行销毁, with equipment and in a way that meets the standard.</summary>
    OwnEquipment,
}

/// <summary>销毁国家秘密载体.</summary>
/// <param name="Listed">How many the approved list names.</param>
/// <param name="Counted">How many were counted.</param>
/// <param name="IsRegistered">True where each is registered.</param>
/// <param name="IsApproved">True where the list was approved.</param>
/// <param name="Destroyer">By whom they are destroyed.</param>
/// <param name="IsSmall">True where they are few (少量), which alone may be destroyed in the house.</param>
public sealed record CarrierDisposal(int Listed, int Counted, bool IsRegistered, bool IsApproved, CarrierDestroyer Destroyer, bool IsSmall);

/// <summary>涉密会议、活动.</summary>
/// <param name="Level">密级; none where it was not fixed.</param>
/// <param name="HasPlan">True where there is a plan of secrecy (保密方案).</param>
/// <param name="AttendeesAreLimited">True where attendees and staff are named one by one.</param>
/// <param name="PlaceComplies">True where place, facilities and equipment meet the requirements.</param>
/// <param name="IdentitiesAreChecked">True where who comes is checked.</param>
/// <param name="IsEducationHeld">True where attendees were told what is asked of them.</param>
public sealed record ClassifiedMeeting(SecrecyLevel Level, bool HasPlan, bool AttendeesAreLimited, bool PlaceComplies, bool IdentitiesAreChecked, bool IsEducationHeld);

/// <summary>涉密人员 by the importance of their posts (第43条).</summary>
public enum ClearedClass
{
    /// <summary>核心</summary>
    Core,

    /// <summary>重要</summary>
    Important,

    /// <summary>一般</summary>
    General,
}

/// <summary>脱密期, in months, shortest and longest, as a site has them by the rules of its trade; the figures of no source are built in.</summary>
/// <param name="Shortest">At least.</param>
/// <param name="Longest">At most.</param>
public sealed record CoolingOff(int Shortest, int Longest);

/// <summary>Kinds of ciphers (密码法 第6条).</summary>
public enum Cipher
{
    /// <summary>核心密码, up to 绝密.</summary>
    Core,

    /// <summary>普通密码, up to 机密.</summary>
    Common,

    /// <summary>商用密码, for what is no state secret.</summary>
    Commercial,
}
