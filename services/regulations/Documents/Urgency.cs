namespace Backoffice.Regulations.Documents;

/// <summary>紧急程度. 特急 and 加急 are marks of both carriers, the other two of telegrams alone (条例 第9条(三)).</summary>
public enum Urgency
{
    /// <summary>Not marked.</summary>
    None,

    /// <summary>平急, telegrams only.</summary>
    Routine,

    /// <summary>加急</summary>
    Urgent,

    /// <summary>特急</summary>
    ExtraUrgent,

    /// <summary>特提, telegrams only.</summary>
    TopPriority,
}

public enum Carrier
{
    Document,
    Telegram,
}
