namespace Backoffice.Platform.Callers;

/// <summary>Why somebody may act for a post that another holds, or nobody.</summary>
public enum StandInReason
{
    /// <summary>委托: the post is delegated for a time that runs now.</summary>
    Delegation,

    /// <summary>AB岗: nobody holds the post, and its backup post is held.</summary>
    Backup,
}

/// <summary>A post acted for, the own post it is acted from, and the paper that makes the deputy acting head (empty when there is none).</summary>
public sealed record StandIn(string Post, string OwnPost, StandInReason Reason, string Appointment);
